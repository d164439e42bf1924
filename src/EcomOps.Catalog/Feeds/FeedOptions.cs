using EcomOps.Core;
using NodaTime;

namespace EcomOps.Catalog.Feeds;

/// <summary>How products become a feed.</summary>
/// <remarks>Immutable and thread-safe as far as the delegate is.</remarks>
public sealed record FeedOptions
{
    /// <summary>Country that the feed targets; default US.</summary>
    public CountryCode Country { get; init; } = "US";

    /// <summary>How the feed is written; null (default) for the channel's usual one: RSS for Google, CSV for Meta.</summary>
    public FeedFormat? Format { get; init; }

    /// <summary>Title of the feed, in RSS only.</summary>
    public string Title { get; init; } = "Products";

    /// <summary>The shop's home page, in RSS only.</summary>
    public string Link { get; init; } = string.Empty;

    /// <summary>Description of the feed, in RSS only.</summary>
    public string Description { get; init; } = "Product feed";

    /// <summary>
    /// When the feed is made. A sale with both ends is always exported with its window; one with a single end, which feeds cannot say, only
    /// while it is in force at this instant. Null (default): only sales with both ends or none.
    /// </summary>
    public Instant? At { get; init; }

    /// <summary>Whether items that the channel would refuse are written all the same; default false: they are left out and counted.</summary>
    public bool WriteRefusedItems { get; init; }

    /// <summary>Revenue of a variant in a period of the caller's choice, in one currency: orders the report by what is at stake. Null (default): not known.</summary>
    public Func<Sku, Money?>? Revenue { get; init; }

    /// <summary>Names of the shop's attributes and option axes for those of the channel; default <c>colour</c> for <c>color</c>.</summary>
    public IReadOnlyDictionary<string, string> AttributeNames { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["colour"] = "color" };
}
