using NodaTime;

namespace EcomOps.Inventory.Replenishment;

/// <summary>A time in which an item sells at another rate than usual.</summary>
/// <param name="Days">First and last day, both included.</param>
/// <param name="Uplift">Demand as a multiple of usual demand, in (0, 100]: 1.8 for 80 % more, below 1 for a known lull.</param>
public sealed record Promotion(DateInterval Days, double Uplift)
{
    /// <summary>Largest uplift.</summary>
    public const double MaximumUplift = 100;

    /// <summary>Name in explanations; empty (the default) for none.</summary>
    public string Name { get; init; } = string.Empty;

    internal bool IsValid => Days is not null && Uplift is > 0 and <= MaximumUplift;
}
