using EcomOps.Core;

namespace EcomOps.Analytics.Experiments;

/// <summary>An idea with its worth.</summary>
/// <param name="Rank">1 for the best.</param>
/// <param name="Idea">The idea.</param>
/// <param name="YearlyRevenue">Expected additional net sales in twelve months, rounded half to even to the minor unit.</param>
/// <param name="YearlyMargin">Expected additional margin in twelve months less the cost to build.</param>
/// <param name="Visitors">Visitors that the test needs over both variants.</param>
/// <param name="Weeks">Weeks to collect them, rounded up; null when nobody is eligible.</param>
/// <param name="Arithmetic">The sum in words, so that it can be checked.</param>
public sealed record RankedIdea(int Rank, BacklogIdea Idea, Money YearlyRevenue, Money YearlyMargin, long Visitors, int? Weeks, string Arithmetic);
