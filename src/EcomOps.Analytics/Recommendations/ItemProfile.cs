namespace EcomOps.Analytics.Recommendations;

/// <summary>What merchandising rules may know of an item.</summary>
/// <param name="Category">Category; also limits how many of one kind a list shows.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ItemProfile(string Category)
{
    /// <summary>Place of its price in its category; see <see cref="PriceTiers"/>.</summary>
    public PriceTier Tier { get; init; } = PriceTier.Middle;

    /// <summary>Contribution margin of a unit over its net price; null when the cost is not known.</summary>
    public double? MarginShare { get; init; }

    /// <summary>Whether it is a bundle sold below the sum of its parts.</summary>
    public bool IsBundle { get; init; }

    /// <summary>Whether it can be bought now. What cannot is never shown, whatever the rules say.</summary>
    public bool IsInStock { get; init; } = true;

    /// <summary>Share of its units that came back, 0 to 1; null when not known.</summary>
    public double? ReturnRate { get; init; }
}
