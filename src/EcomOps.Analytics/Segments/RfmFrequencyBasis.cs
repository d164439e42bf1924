namespace EcomOps.Analytics.Segments;

/// <summary>What frequency counts.</summary>
public enum RfmFrequencyBasis
{
    /// <summary>Orders.</summary>
    Orders,

    /// <summary>Distinct days with an order.</summary>
    PurchaseDays,
}
