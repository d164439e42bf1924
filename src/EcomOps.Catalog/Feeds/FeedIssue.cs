using EcomOps.Core;

namespace EcomOps.Catalog.Feeds;

/// <summary>Something a channel would refuse or dislike in one item.</summary>
/// <param name="Code">Stable code; see <see cref="FeedProfile"/>.</param>
/// <param name="Attribute">Attribute of the feed.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
/// <param name="Severity">Error: the channel refuses the item.</param>
public sealed record FeedIssue(string Code, string Attribute, string Message, Severity Severity)
    : Issue(Code, Attribute, Message, Severity)
{
    /// <summary>The item's id in the feed; empty when it has none.</summary>
    public string ItemId { get; init; } = string.Empty;

    /// <summary>The value that was found, shortened to 120 characters; null when it is absent.</summary>
    public string? Actual { get; init; }

    /// <summary>The limit that was passed, in words; null when there is none.</summary>
    public string? Limit { get; init; }

    /// <summary>A value that would be accepted, never applied by itself; null when there is none.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Revenue of the item in the period the caller chose; null when not known.</summary>
    public Money? RevenueAtStake { get; init; }
}
