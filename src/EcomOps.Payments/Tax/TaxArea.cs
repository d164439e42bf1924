namespace EcomOps.Payments.Tax;

/// <summary>How the seller's and the customer's places relate.</summary>
public enum TaxArea
{
    /// <summary>Different places outside one union, or an unknown origin.</summary>
    Worldwide,

    /// <summary>Two member states of the European Union.</summary>
    Regional,

    /// <summary>The same country.</summary>
    National,
}
