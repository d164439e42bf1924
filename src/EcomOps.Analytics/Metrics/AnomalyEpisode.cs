using System.Globalization;
using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>Unusual days in a row of one metric, all above or all below what was expected: one thing to look into.</summary>
/// <param name="Days">Its unusual days, at least one, by day.</param>
public sealed record AnomalyEpisode(IReadOnlyList<Anomaly> Days)
{
    private const int LargestStep = 2;

    /// <summary>Name of the metric.</summary>
    public string Metric => Days[0].Metric;

    /// <summary>First unusual day.</summary>
    public LocalDate From => Days[0].On;

    /// <summary>Last unusual day.</summary>
    public LocalDate Until => Days[^1].On;

    /// <summary>Whether the days lie above the expectation.</summary>
    public bool IsAbove => Days[0].Value > Days[0].Expected;

    /// <summary>The most unusual day: the smallest adjusted p-value, then p-value, then the earliest.</summary>
    public Anomaly Worst => Days.OrderBy(d => d.AdjustedPValue).ThenBy(d => d.PValue).ThenBy(d => d.On).First();

    /// <summary>What is unusual, by how much, against which range.</summary>
    public string Words => Days.Count == 1 ? Worst.Words : string.Create(CultureInfo.InvariantCulture, $"{Metric} was {(IsAbove ? "above" : "below")} usual on {Days.Count} days from {From:uuuu-MM-dd} to {Until:uuuu-MM-dd}; most of all: {Worst.Words}");

    internal static IReadOnlyList<AnomalyEpisode> Of(IEnumerable<Anomaly> anomalies)
    {
        List<List<Anomaly>> episodes = [];
        foreach (Anomaly day in anomalies.OrderBy(a => a.Metric, StringComparer.Ordinal).ThenBy(a => a.Value > a.Expected).ThenBy(a => a.On))
        {
            if (episodes.Count > 0 && episodes[^1][^1] is var last && last.Metric == day.Metric && last.Value > last.Expected == day.Value > day.Expected && Period.DaysBetween(last.On, day.On) <= LargestStep)
            {
                episodes[^1].Add(day);
            }
            else
            {
                episodes.Add([day]);
            }
        }

        return [.. episodes.Select(e => new AnomalyEpisode(e)).OrderBy(e => e.Worst.AdjustedPValue).ThenBy(e => e.From).ThenBy(e => e.Metric, StringComparer.Ordinal)];
    }
}
