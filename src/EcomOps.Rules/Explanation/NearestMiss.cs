namespace EcomOps.Rules.Explanation;

/// <summary>A rule that failed by one comparison only, and by how much.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Condition">Code of the failing condition, <c>ruleId#2</c>.</param>
/// <param name="Attribute">Path of the attribute compared.</param>
/// <param name="Distance">
/// How much the attribute would have to change, never negative: <see cref="decimal"/> (also for int), <see cref="double"/>,
/// <see cref="EcomOps.Core.Money"/>, <see cref="NodaTime.Duration"/>, or whole days as <see cref="long"/> for dates. At 0 the attribute lies on an excluded bound.
/// </param>
/// <param name="MustRise">Whether the attribute is too low.</param>
/// <param name="Relative">Distance as a share of the bound, for ranking.</param>
/// <param name="Sentence">For people: <c>order total is 3.20 EUR short</c>.</param>
public sealed record NearestMiss(string Rule, string Condition, string Attribute, object Distance, bool MustRise, double Relative, string Sentence);
