namespace EcomOps.Inventory.Forecasting;

/// <summary>What a known influence on demand is, and so how <see cref="RetailForecaster"/> uses its values.</summary>
public enum RegressorKind
{
    /// <summary>0 where there is none, above 0 (1, or the depth) where it runs. Its first days, a long run, the day after, how used customers are to it and how many items of the group share it count too.</summary>
    Promotion = 0,

    /// <summary>0 or 1: a holiday, a sales day, a local event.</summary>
    Event,

    /// <summary>The selling price; works through its logarithm against the item's median price.</summary>
    Price,

    /// <summary>Any other measured series: temperature, search interest, traffic; works in standard deviations from its mean.</summary>
    Signal,
}
