using EcomOps.Analytics.Metrics;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>What was unusual in the month, as the dashboard and the report show it.</summary>
internal static class AnomalyBlocks
{
    internal const string Title = "What was unusual";

    private const int MostEpisodes = 12;

    internal static IEnumerable<Block> Month(RunResults results)
    {
        AnomalyReport unusual = results.Unusual;
        if (unusual.JudgedMetrics == 0)
        {
            return [new Paragraph("No metric has enough ordinary days before the month to tell unusual days from them.")];
        }

        string scope = $"{Count(unusual.JudgedMetrics, "metric")} over {Count(unusual.Period.Days, "day")}";
        IReadOnlyList<AnomalyEpisode> episodes = unusual.Episodes;
        return episodes.Count == 0
            ? [new Paragraph($"Nothing unusual in {scope}.")]
            :
            [
                new Paragraph($"{Count(episodes.Count, "finding")} in {scope}{(episodes.Count > MostEpisodes ? $"; the {MostEpisodes} clearest are shown" : string.Empty)}. Weekday and trend are allowed for; about 1 in 20 findings may be chance."),
                Table("Unusual days and what was expected", "Metric|Days|Clearest on|Value#|Expected#|Usual range#|Against expected#", episodes.Take(MostEpisodes).Select(e => Row(e, results))),
            ];
    }

    private static IReadOnlyList<string> Row(AnomalyEpisode episode, RunResults results)
    {
        Anomaly worst = episode.Worst;
        Metric metric = AnomalyStep.Watched.Single(m => m.Name == episode.Metric);

        // The watched rates are parts of a whole; the range of a forecast does not know that.
        double high = metric.Unit == MetricUnit.Rate ? Math.Min(1, worst.High) : worst.High;
        string Show(double value) => KpiWording.Show(metric, (decimal)value, results.History.Currency);
        return
        [
            episode.Metric, episode.Days.Count == 1 ? Iso(episode.From) : $"{Count(episode.Days.Count, "day")}, {Iso(episode.From)} to {Iso(episode.Until)}", $"{Iso(worst.On)} ({worst.On.DayOfWeek})",
            Show(worst.Value), Show(worst.Expected), $"{Show(worst.Low)} to {Show(high)}", Change(Wording.Growth(worst.Value, worst.Expected)),
        ];
    }
}
