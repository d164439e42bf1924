namespace EcomOps.Rules.DecisionSets.Internal.Parts;

/// <summary>A comparison with a constant, for the nearest miss.</summary>
internal interface IComparePart
{
    int Attribute { get; }

    Comparison Comparison { get; }

    /// <summary>The constant as a CLR value; money as <see cref="EcomOps.Core.Money"/>.</summary>
    object Bound { get; }
}
