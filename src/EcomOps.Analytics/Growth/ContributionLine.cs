namespace EcomOps.Analytics.Growth;

/// <summary>One line of a contribution waterfall.</summary>
/// <param name="Id">Stable snake_case id; sums carry the id of their metric (<c>net_sales</c>, <c>cm1</c>, <c>cm2</c>, <c>cm3</c>).</param>
/// <param name="Name">Name in reports.</param>
/// <param name="Amount">Amount in major units of the shop's currency; what is taken off is negative.</param>
/// <param name="IsSum">Whether it is the running sum of the lines above it.</param>
/// <param name="UncoveredShare">Share of the base (sales, or refunds for return cost) whose cost is not known and therefore not taken off; null where nothing can be missing, 0 when all is known.</param>
public sealed record ContributionLine(string Id, string Name, decimal Amount, bool IsSum, decimal? UncoveredShare = null);
