using EcomOps.Core;

namespace EcomOps.Catalog.Feeds;

/// <summary>What was written to a feed and what its channel would say about it.</summary>
/// <param name="Channel">Channel.</param>
/// <param name="Written">Items in the feed.</param>
/// <param name="Excluded">Items left out because the channel would refuse them.</param>
/// <param name="Issues">All issues, those of written items too: errors before warnings, in each the largest revenue at stake first, then by item and attribute.</param>
public sealed record FeedResult(string Channel, int Written, int Excluded, IReadOnlyList<FeedIssue> Issues)
{
    /// <summary>Items that were read: written and excluded.</summary>
    public int Items => Written + Excluded;

    /// <summary>The issues put together by kind.</summary>
    /// <returns>Errors before warnings, in each the largest revenue at stake first, then the most items.</returns>
    public IReadOnlyList<FeedFinding> Findings() =>
    [
        .. Issues.GroupBy(i => (i.Code, i.Attribute, i.Severity))
            .Select(g => new FeedFinding(g.Key.Code, g.Key.Attribute, g.Key.Severity, g.Count(), Sum(g), g.First()))
            .OrderByDescending(f => f.Severity).ThenByDescending(f => f.RevenueAtStake?.Amount ?? 0).ThenByDescending(f => f.Items)
            .ThenBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Attribute, StringComparer.Ordinal),
    ];

    private static Money? Sum(IEnumerable<FeedIssue> issues)
    {
        Money? sum = null;
        foreach (Money amount in issues.Select(i => i.RevenueAtStake).OfType<Money>())
        {
            sum = sum is { } so ? so + amount : amount;
        }

        return sum;
    }
}
