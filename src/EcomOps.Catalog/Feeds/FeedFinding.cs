using EcomOps.Core;

namespace EcomOps.Catalog.Feeds;

/// <summary>One kind of problem over a whole feed.</summary>
/// <param name="Code">Code of the issues.</param>
/// <param name="Attribute">Attribute.</param>
/// <param name="Severity">Severity.</param>
/// <param name="Items">Number of items that have it.</param>
/// <param name="RevenueAtStake">Their revenue together; null when it is not known for any.</param>
/// <param name="Example">The first issue of this kind, the one with the most revenue at stake.</param>
public sealed record FeedFinding(string Code, string Attribute, Severity Severity, int Items, Money? RevenueAtStake, FeedIssue Example);
