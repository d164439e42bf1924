namespace EcomOps.Rules.Vocabularies;

/// <summary>Unit in which a weight enters conditions.</summary>
public enum WeightUnit
{
    /// <summary>Kilogram.</summary>
    Kilogram,

    /// <summary>Gram.</summary>
    Gram,

    /// <summary>Pound.</summary>
    Pound,

    /// <summary>Ounce.</summary>
    Ounce,
}
