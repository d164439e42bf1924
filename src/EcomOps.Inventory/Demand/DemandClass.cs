namespace EcomOps.Inventory.Demand;

/// <summary>Pattern of demand by the mean interval between demands (ADI) and the squared variation of their sizes (CV2).</summary>
/// <remarks>Cut-offs 1.32 and 0.49 of Syntetos and Boylan (2005), International Journal of Forecasting 21(2).</remarks>
public enum DemandClass
{
    /// <summary>No demand at all was seen.</summary>
    None = 0,

    /// <summary>Regular demand of even size: ADI below 1.32, CV2 below 0.49.</summary>
    Smooth,

    /// <summary>Regular demand of uneven size: ADI below 1.32, CV2 0.49 or more.</summary>
    Erratic,

    /// <summary>Rare demand of even size: ADI 1.32 or more, CV2 below 0.49.</summary>
    Intermittent,

    /// <summary>Rare demand of uneven size: ADI 1.32 or more, CV2 0.49 or more.</summary>
    Lumpy,
}
