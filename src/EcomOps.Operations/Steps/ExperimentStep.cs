using EcomOps.Analytics.Experiments;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Compares the variants of each experiment by visitor: share that ordered, and revenue including those who did not.</summary>
internal static class ExperimentStep
{
    internal const double Alpha = 0.05;

    // A spread needs two.
    private const int Least = 2;

    internal static ExperimentResults Run(ShopHistory history)
    {
        if (history.Experiments.Count == 0)
        {
            return ExperimentResults.None;
        }

        Dictionary<string, double> values = history.Orders.DistinctBy(o => o.Id).ToDictionary(o => o.Id, o => (double)o.Lines.Sum(l => l.UnitPrice.Amount * l.Quantity), StringComparer.Ordinal);
        List<ExperimentResult> judged = [];
        List<UnjudgedExperiment> unjudged = [];
        foreach (ExperimentRecord experiment in history.Experiments)
        {
            if (Judge(history, experiment, values, out string reason) is { } result)
            {
                judged.Add(result);
            }
            else
            {
                unjudged.Add(new(experiment, reason));
            }
        }

        return new(judged, unjudged);
    }

    private static ExperimentResult? Judge(ShopHistory history, ExperimentRecord experiment, Dictionary<string, double> values, out string reason)
    {
        Instant from = experiment.From.AtStartOfDayInZone(history.Zone).ToInstant(), until = experiment.Until.AtStartOfDayInZone(history.Zone).ToInstant();
        var visitors = new Dictionary<string, Visitor>(StringComparer.Ordinal);
        foreach (WebSession session in history.Sessions)
        {
            if (session.StartedAt < from || session.StartedAt >= until || !session.Variants.TryGetValue(experiment.Id, out string? variant))
            {
                continue;
            }

            if (!visitors.TryGetValue(session.VisitorId, out Visitor? visitor))
            {
                visitors[session.VisitorId] = visitor = new(variant);
            }

            visitor.Mixed |= visitor.Variant != variant;
            if (session.OrderId is { } order)
            {
                visitor.Ordered = true;
                visitor.Revenue += values.GetValueOrDefault(order);
            }
        }

        Visitor[] clean = [.. visitors.Values.Where(v => !v.Mixed)];
        Visitor[][] groups = [.. experiment.Variants.Select(name => clean.Where(v => v.Variant == name).ToArray())];
        string[] small = [.. groups.Select((g, i) => (g.Length, Name: experiment.Variants[i])).Where(g => g.Length < Least).Select(g => $"“{g.Name}” has {Artefacts.Wording.Count(g.Length, "visitor")}")];
        reason = small.Length == 0 ? string.Empty : $"{Artefacts.Wording.Enumerate(small)}; each variant needs at least {Least}{(visitors.Count > clean.Length ? $" ({Artefacts.Wording.Count(visitors.Count - clean.Length, "visitor")} who saw more than one variant not counted)" : string.Empty)}.";
        if (small.Length > 0)
        {
            return null;
        }

        SrmResult split = SrmCheck.Test([.. groups.Select(g => (long)g.Length)], experiment.Shares);
        return new(experiment, [.. groups.Select((g, i) => Compare(experiment.Variants[i], groups[0], g, i == 0))], split, visitors.Count - clean.Length, experiment.Until > history.Until);
    }

    private static VariantResult Compare(string name, Visitor[] control, Visitor[] group, bool isControl)
    {
        MeanStatistic revenue = MeanStatistic.Of(group.Select(v => v.Revenue));
        return new(
            name, group.Length, group.Count(v => v.Ordered), revenue.Mean,
            isControl ? null : TwoSample.Welch(Share(control), Share(group), Alpha, DifferenceKind.Relative),
            isControl ? null : TwoSample.Welch(MeanStatistic.Of(control.Select(v => v.Revenue)), revenue, Alpha, DifferenceKind.Relative));
    }

    private static ProportionStatistic Share(Visitor[] group) => new(group.Length, group.Count(v => v.Ordered));

    private sealed class Visitor(string variant)
    {
        public string Variant { get; } = variant;

        public bool Mixed { get; set; }

        public bool Ordered { get; set; }

        public double Revenue { get; set; }
    }
}
