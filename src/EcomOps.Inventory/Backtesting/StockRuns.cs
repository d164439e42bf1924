namespace EcomOps.Inventory.Backtesting;

/// <summary>The runs of an assortment, in the order of its items.</summary>
/// <remarks>Immutable and thread-safe. Pooled fill and item fill describe the same run and differ much on rare demand: always say which.</remarks>
/// <param name="Items">One run per item.</param>
public sealed record StockRuns(IReadOnlyList<StockRun> Items)
{
    /// <summary>Counted periods of all items.</summary>
    public long ItemPeriods => Items.Sum(i => (long)i.Periods);

    /// <summary>Mean stock at the end of a period per item, in units; 0 without a counted period.</summary>
    public double MeanStock => ItemPeriods == 0 ? 0 : Items.Sum(i => i.StockSum) / ItemPeriods;

    /// <summary>Units served over units demanded, all items together, 0 to 1; null when nothing was demanded.</summary>
    public double? PooledFill => Items.Sum(i => i.Demanded) is var demanded and > 0 ? Items.Sum(i => i.Served) / demanded : null;

    /// <summary>Mean of the items' own fill rates, 0 to 1; items without demand are left out, null when none is left.</summary>
    public double? MeanItemFill => Items.Select(i => i.Fill).OfType<double>().ToArray() is { Length: > 0 } fills ? fills.Average() : null;

    /// <summary>Items whose fill rate does not count in <see cref="MeanItemFill"/>, because nothing was demanded.</summary>
    public int ItemsWithoutDemand => Items.Count(i => i.Fill is null);

    /// <summary>Mean cost per item and period; 0 without a counted period.</summary>
    public double MeanCost => ItemPeriods == 0 ? 0 : Items.Sum(i => i.Cost) / ItemPeriods;
}
