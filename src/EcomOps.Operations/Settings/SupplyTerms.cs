namespace EcomOps.Operations.Settings;

/// <summary>Supply terms of items for which nothing better is known. Each is an assumption of who edits the settings, and artefacts that use one name it.</summary>
public sealed record SupplyTerms
{
    /// <summary>Mean time from order to receipt, in days, above 0; default 14.</summary>
    public double LeadTimeDays { get; init; } = 14;

    /// <summary>Standard deviation of that time, in days, 0 or more; default 3.</summary>
    public double LeadTimeDeviationDays { get; init; } = 3;

    /// <summary>Time between two looks at the stock, in days, at least 1; default 7.</summary>
    public int ReviewDays { get; init; } = 7;

    /// <summary>Units of a supplier's pack, at least 1; default 1.</summary>
    public long PackSize { get; init; } = 1;

    /// <summary>Smallest quantity that a supplier accepts, at least 1; default 1.</summary>
    public long MinimumOrderQuantity { get; init; } = 1;

    /// <summary>Unit cost as a share of the price, in (0, 1); null, the default, when no cost may be assumed: then there is no margin.</summary>
    public decimal? CostShareOfPrice { get; init; }

    /// <summary>Stock at hand at the end of the history as weeks of recent demand, above 0; null, the default, when no stock may be assumed.</summary>
    public double? StockCoverWeeks { get; init; }

    /// <summary>Yearly cost of holding stock as a share of its value, in (0, 1]; default 0.25.</summary>
    public decimal HoldingCostPerYear { get; init; } = 0.25m;
}
