using EcomOps.Inventory.Replenishment;
using NodaTime;

namespace EcomOps.Inventory.Purchasing;

/// <summary>How a plan is made.</summary>
/// <param name="Today">Day of planning; forecasts begin with it.</param>
public sealed record PlanningOptions(LocalDate Today)
{
    /// <summary>Default of <see cref="ReviewDays"/>.</summary>
    public const int DefaultReviewDays = 7;

    /// <summary>Default of <see cref="HorizonDays"/>.</summary>
    public const int DefaultHorizonDays = 56;

    /// <summary>Default of <see cref="MaximumCoverDays"/>.</summary>
    public const int DefaultMaximumCoverDays = 365;

    /// <summary>Default of <see cref="OverstockCoverDays"/>.</summary>
    public const int DefaultOverstockCoverDays = 180;

    /// <summary>Default of <see cref="HoldingRate"/>.</summary>
    public const double DefaultHoldingRate = 0.25;

    /// <summary>Days between two reviews of an item; 1 or more, default 7. A supplier's calendar may stretch it.</summary>
    public int ReviewDays { get; init; } = DefaultReviewDays;

    /// <summary>How far ahead orders are planned, in days; 0 or more, default 56 (8 weeks).</summary>
    public int HorizonDays { get; init; } = DefaultHorizonDays;

    /// <summary>An order that would last longer than this is withheld and reported, in days; 1 or more, default 365.</summary>
    public int MaximumCoverDays { get; init; } = DefaultMaximumCoverDays;

    /// <summary>Stock beyond this many days of expected demand (and beyond the order-up-to level) is overstock; 1 or more, default 180.</summary>
    public int OverstockCoverDays { get; init; } = DefaultOverstockCoverDays;

    /// <summary>Cost of holding stock for a year as a share of its cost; 0 or more, default 0.25.</summary>
    public double HoldingRate { get; init; } = DefaultHoldingRate;

    /// <summary>
    /// Whether levels of items with a known price or penalty come from their economics: units are bought as long as the next one is expected
    /// to gain more (margin and penalty) than it costs to carry. Default false: by service targets. An item's own promise always wins.
    /// </summary>
    public bool LevelsByReturn { get; init; }

    /// <summary>Limits that the lines of one supplier share in the shipment ordered now; none by default. One per supplier.</summary>
    public IReadOnlyList<ContainerLimit> Containers { get; init; } = [];

    /// <summary>Service targets by class, for items without their own.</summary>
    public ServiceTargets Targets { get; init; } = ServiceTargets.Default;
}
