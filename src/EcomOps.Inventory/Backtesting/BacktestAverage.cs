namespace EcomOps.Inventory.Backtesting;

/// <summary>How one figure is made of the figures of many series.</summary>
public enum BacktestAverage
{
    /// <summary>The ratio of each series on its own, then their mean: every series counts alike. Series without a ratio are left out.</summary>
    MeanOfSeries = 0,

    /// <summary>Numerators of all series over the denominators of all: large series count more.</summary>
    SumOverSums,
}
