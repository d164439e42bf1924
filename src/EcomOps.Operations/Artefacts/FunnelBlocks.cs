using EcomOps.Analytics.Funnels;
using EcomOps.Operations.Documents;
using EcomOps.Operations.History;
using EcomOps.Operations.Steps;
using NodaTime;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>The funnel of the month: where and why visitors leave.</summary>
internal static class FunnelBlocks
{
    internal static IEnumerable<Block> Month(RunResults results)
    {
        if (results.Funnel is not { } funnel)
        {
            return [Gaps.Missing(results.History, "Sessions", "There are no visits, so there is no funnel.", "Connect web events.")];
        }

        MonthVisits? prior = results.Traffic.Of(results.Sales.Periods.Prior);
        WebStep[] steps = Enum.GetValues<WebStep>();
        return
        [
            Chart(funnel),
            Table("Step to step", "Step|Visits#|Of the step before#|Prior month#|Of all visits#|Median time from the start#", funnel.Report.Steps.Select((s, i) => (IReadOnlyList<string>)
            [
                s.Step, Number(s.Persons), i == 0 ? None : Percent(s.StepRate),
                i == 0 || prior is null ? None : Percent(Ratio(prior.Reached[steps[i]], prior.Reached[steps[i - 1]])), Percent(s.OverallRate), Time(s.MedianTime),
            ])),
            Devices(funnel.Report),
            .. Why(funnel),
        ];
    }

    internal static Chart Chart(FunnelResults funnel) => new("funnel", "Visits of the month by the step they reached", ChartKind.Funnel, [.. funnel.Report.Steps.Select(s => s.Step)], [new("Visits", [.. funnel.Report.Steps.Select(s => (double?)s.Persons)])]);

    /// <summary>What sets those who go on apart from those who leave, after each step.</summary>
    internal static IEnumerable<Block> Why(FunnelResults funnel)
    {
        yield return new Heading(3, "Why visitors leave");
        yield return new BulletList([.. funnel.Drops.Select(d => d.Words)]);
        DropFactor[] factors = [.. funnel.Drops.SelectMany(d => d.Significant)];
        if (factors.Length > 0)
        {
            yield return Table("Properties that tell who goes on, after adjustment for all comparisons of a step (Holm)", "After|Property|Value|Visits#|Go on#|Others go on#|Difference in points#|95 % interval",
                funnel.Drops.SelectMany(d => d.Significant.Take(4).Select(f => (IReadOnlyList<string>)
                [
                    d.From, f.Property, f.Value, Number(f.Persons), Percent(f.Rate), Percent(f.OtherRate), Number(f.Difference * 100), $"{Number(f.Interval.Low * 100)} to {Number(f.Interval.High * 100)}",
                ])));
        }
    }

    private static Table Devices(FunnelReport report) => Table("Share of visits that end in an order, by device", "Device|Visits#|Orders#|Conversion#", report.Groups.Select(g => (IReadOnlyList<string>)
        [g.Key, Number(g.Value[0].Persons), Number(g.Value[^1].Persons), Percent(g.Value[^1].OverallRate, 2)]));

    private static string Time(Duration? time) => time is not { } t ? None : t < Duration.FromMinutes(2) ? $"{Number(t.TotalSeconds, 0)} s" : $"{Number(t.TotalMinutes)} min";
}
