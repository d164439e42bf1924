using EcomOps.Core;

namespace EcomOps.Analytics.Promotions;

/// <summary>What one promotion did.</summary>
/// <param name="Event">The promotion.</param>
/// <param name="Method">Name of the method behind the baseline.</param>
public sealed record PromotionEffect(PromotionEvent Event, string Method)
{
    /// <summary>Units sold in the promotion weeks.</summary>
    public required long ActualUnits { get; init; }

    /// <summary>Units expected without the promotion.</summary>
    public required UnitEstimate Baseline { get; init; }

    /// <summary>Actual less baseline.</summary>
    public required UnitEstimate Uplift { get; init; }

    /// <summary>Own sales missing in the weeks after, pooled over the study's promotions; 0 or more.</summary>
    public required UnitEstimate PullForward { get; init; }

    /// <summary>Units that declared substitutes lost in the promotion weeks.</summary>
    public required UnitEstimate Cannibalised { get; init; }

    /// <summary>Units that declared complements gained in the promotion weeks.</summary>
    public required UnitEstimate Halo { get; init; }

    /// <summary>Discount given to those who would have bought anyway: baseline times discount per unit.</summary>
    public required Money Subsidy { get; init; }

    /// <summary>Interval of the subsidy, from that of the baseline.</summary>
    public required (Money Low, Money High) SubsidyInterval { get; init; }

    /// <summary>Margin that the promotion added, all effects and the fixed cost counted; rounded half to even.</summary>
    public required Money IncrementalMargin { get; init; }

    /// <summary>Interval of the incremental margin.</summary>
    public required (Money Low, Money High) MarginInterval { get; init; }

    /// <summary>Lift of units, in shares of the baseline, at which a promotion without side effects pays; null when the discount eats the whole margin.</summary>
    public required double? BreakEvenLift { get; init; }

    /// <summary>Two-sided p-value of "no uplift".</summary>
    public required double PValue { get; init; }

    /// <summary>The p-value after Holm over all promotions of the study.</summary>
    public required double AdjustedPValue { get; init; }

    /// <summary>Mean of the four weeks before as baseline: shown because it is common, not because it is good.</summary>
    public required double NaiveUplift { get; init; }

    /// <summary>What weakens the estimate.</summary>
    public required IReadOnlyList<Issue> Warnings { get; init; }

    /// <summary>Uplift less what was pulled forward; the two errors are taken as independent.</summary>
    public required UnitEstimate NetOwn { get; init; }

    /// <summary>Net own units less what substitutes lost; the errors are taken as independent.</summary>
    public required UnitEstimate NetCategory { get; init; }
}
