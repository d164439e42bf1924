using EcomOps.Core;
using EcomOps.Inventory.Backtesting;

namespace EcomOps.Inventory.Forecasting.Overrides;

/// <summary>Whether overrides made forecasts better: error, bias and forecast value added, by author and by reason.</summary>
/// <remarks>Forecast value added as in Gilliland, The business forecasting deal (2010): the change of error by a step of the process. Immutable and thread-safe.</remarks>
public sealed class OverrideReview
{
    private OverrideReview(OverrideScore? all, OverrideScore[] byAuthor, OverrideScore[] byReason, Issue[] issues)
    {
        All = all;
        ByAuthor = byAuthor;
        ByReason = byReason;
        Issues = issues;
    }

    /// <summary>All overrides together; null without any outcome.</summary>
    public OverrideScore? All { get; }

    /// <summary>One score for each author, the most harmful first.</summary>
    public IReadOnlyList<OverrideScore> ByAuthor { get; }

    /// <summary>One score for each reason, the most harmful first.</summary>
    public IReadOnlyList<OverrideScore> ByReason { get; }

    /// <summary><c>outcome_not_finite</c>: outcomes that were left out because a number in them is not finite.</summary>
    public IReadOnlyList<Issue> Issues { get; }

    /// <summary>Reviews outcomes.</summary>
    /// <param name="outcomes">Overridden periods with their demand, of any series; see <see cref="ForecastOverrides.Outcomes"/>.</param>
    /// <returns>The review.</returns>
    public static OverrideReview Of(IEnumerable<OverrideOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        OverrideOutcome[] all = [.. outcomes];
        OverrideOutcome[] known = [.. all.Where(o => double.IsFinite(o.Statistical) && double.IsFinite(o.Overridden) && double.IsFinite(o.Actual))];
        int lost = all.Length - known.Length;
        return new OverrideReview(
            known.Length > 0 ? Score(string.Empty, known) : null,
            Grouped(known, static o => o.Author),
            Grouped(known, static o => o.Reason),
            lost > 0 ? [new Issue("outcome_not_finite", "outcomes", $"{lost} outcomes hold a number that is not finite; they were left out.", Severity.Warning)] : []);
    }

    private static OverrideScore[] Grouped(OverrideOutcome[] outcomes, Func<OverrideOutcome, string> key) =>
        [.. outcomes.GroupBy(key, StringComparer.Ordinal).Select(g => Score(g.Key, [.. g])).OrderBy(s => s.ForecastValueAdded).ThenBy(s => s.Of, StringComparer.Ordinal)];

    private static OverrideScore Score(string of, OverrideOutcome[] outcomes)
    {
        double[] actual = [.. outcomes.Select(o => o.Actual)];
        double[] statistical = [.. outcomes.Select(o => o.Statistical)];
        double[] overridden = [.. outcomes.Select(o => o.Overridden)];
        int n = outcomes.Length;
        return new OverrideScore(
            of,
            n,
            outcomes.Average(o => Math.Abs(o.Actual - o.Statistical)),
            outcomes.Average(o => Math.Abs(o.Actual - o.Overridden)),
            ForecastMetrics.Bias(actual, statistical) / n,
            ForecastMetrics.Bias(actual, overridden) / n,
            (double)outcomes.Count(o => Math.Abs(o.Actual - o.Overridden) < Math.Abs(o.Actual - o.Statistical)) / n);
    }
}
