namespace EcomOps.Catalog.Feeds;

/// <summary>What a channel accepts in one attribute of its feed.</summary>
/// <param name="Name">Name with underscores, as the feed spells it.</param>
/// <param name="Kind">How its text is read.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record FeedAttribute(string Name, FeedValueKind Kind = FeedValueKind.Text)
{
    /// <summary>Whether every item needs it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Most characters of each value, counted as Unicode scalar values; null for no limit.</summary>
    public int? MaximumLength { get; init; }

    /// <summary>Length below which a value is reported as not recommended; null for none.</summary>
    public int? RecommendedMinimum { get; init; }

    /// <summary>Length above which a value is reported as not recommended; null for none.</summary>
    public int? RecommendedMaximum { get; init; }

    /// <summary>Most values of one item; default 1, null for no limit.</summary>
    public int? MaximumValues { get; init; } = 1;

    /// <summary>Values of a <see cref="FeedValueKind.Choice"/>, as the channel spells them.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Values of the first parts of <see cref="FeedValueKind.Parts"/>, part by part.</summary>
    public IReadOnlyList<IReadOnlyList<string>> PartValues { get; init; } = [];

    /// <summary>Units of a <see cref="FeedValueKind.Measure"/>.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Smallest whole number, included; null for none.</summary>
    public long? Minimum { get; init; }

    /// <summary>Largest measure, included (the smallest is above zero); null for none.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Whether a choice may be written with spaces instead of underscores.</summary>
    public bool ToleratesSpaces { get; init; }

    /// <summary>Whether the channel's XML gives it parts of its own, so that a plain text cannot fill it.</summary>
    public bool HasParts { get; init; }
}
