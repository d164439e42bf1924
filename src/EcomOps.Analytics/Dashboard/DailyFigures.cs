using EcomOps.Analytics.Dashboard.Internal;
using EcomOps.Analytics.Metrics;
using NodaTime;

namespace EcomOps.Analytics.Dashboard;

/// <summary>Figures by day and part of the shop, enough to compute each metric over any range of days without the facts: what a page can carry.</summary>
/// <param name="Days">First and last day of the figures.</param>
/// <param name="Metrics">Metrics that can be computed: those with a formula and without days of their own.</param>
/// <param name="Measures">Measures of the metrics.</param>
/// <param name="Views">The whole shop first, then its parts.</param>
/// <remarks>Immutable and thread-safe. Values are equal to those of <see cref="ShopFacts.Value"/>.</remarks>
public sealed record DailyFigures(ReportPeriod Days, IReadOnlyList<Metric> Metrics, IReadOnlyList<Measure> Measures, IReadOnlyList<DailyView> Views)
{
    /// <summary>Computes the figures.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="days">First and last day.</param>
    /// <param name="metrics">Metrics; those that do not come from days are left out.</param>
    /// <param name="parts">Parts of the shop beside the whole.</param>
    /// <returns>The figures.</returns>
    public static DailyFigures Compute(ShopFacts facts, ReportPeriod days, IReadOnlyList<Metric> metrics, IReadOnlyList<(FactDimension Dimension, string Value)> parts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(parts);
        Metric[] daily = [.. metrics.Where(m => m.Span is null && m.Formula is { } f && f.Measures.All(x => x.Rollup != MeasureRollup.None))];
        Measure[] measures = [.. daily.SelectMany(m => m.Formula!.Measures).Distinct()];
        var kernel = new DailyKernel(facts.Table, days, measures);
        return new DailyFigures(days, daily, measures, [kernel.View(null, null), .. parts.Select(p => kernel.View(p.Dimension, p.Value))]);
    }

    /// <summary>One metric over a range of days.</summary>
    /// <param name="metric">One of the figures' metrics.</param>
    /// <param name="period">Days, inside those of the figures.</param>
    /// <param name="view">Index of the part; 0 for the whole shop.</param>
    /// <returns>The value; null when the facts do not tell or a denominator is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches beyond the figures.</exception>
    /// <exception cref="ArgumentException">The metric is not one of the figures'.</exception>
    public decimal? Value(Metric metric, ReportPeriod period, int view = 0)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (period.From < Days.From || period.Until > Days.Until || period.Until < period.From)
        {
            throw new ArgumentOutOfRangeException(nameof(period), period, $"The range must lie within {Days.From} to {Days.Until}.");
        }

        if (metric.Formula is not { } formula || !Metrics.Contains(metric))
        {
            throw new ArgumentException($"'{metric.Id}' is not among the figures.", nameof(metric));
        }

        int from = NodaTime.Period.DaysBetween(Days.From, period.From), until = NodaTime.Period.DaysBetween(Days.From, period.Until);
        DailyView part = Views[view];
        return formula.Value(m => Rollup(part, m, from, until));
    }

    private decimal? Rollup(DailyView view, Measure measure, int from, int until) => measure.Rollup switch
    {
        MeasureRollup.Customers => view.Visits.Count(v => v.Day >= from && v.Day <= until && v.Previous < from),
        MeasureRollup.ReturningCustomers => view.Visits.Count(v => v.Day >= from && v.Day <= until && v.IsReturning && v.PreviousReturning < from),
        MeasureRollup.PaidChannels => Attributed(view, from, until),
        MeasureRollup.SumOfKnown => Sum(Column(view, measure), from, until, known: true),
        _ => Sum(Column(view, measure), from, until, known: false),
    };

    private IReadOnlyList<decimal?> Column(DailyView view, Measure measure) => view.Columns[Array.IndexOf([.. Measures], measure)];

    private static decimal? Sum(IReadOnlyList<decimal?> column, int from, int until, bool known)
    {
        decimal? sum = known ? null : 0;
        for (int day = from; day <= until; day++)
        {
            sum = known && column[day] is null ? sum : known ? (sum ?? 0) + column[day] : sum + column[day];
        }

        return sum;
    }

    // Orders of every channel count on which money was spent on any day of the range; without spend nothing is attributed.
    private decimal? Attributed(DailyView view, int from, int until)
    {
        if (view.Dimension is not (null or FactDimension.Channel) || !Views[0].Channels.Any(c => HasSpend(c, from, until)))
        {
            return null;
        }

        return view.Channels.Where(c => HasSpend(c, from, until)).Sum(c => c.Revenue.Skip(from).Take(until - from + 1).Sum());
    }

    private static bool HasSpend(DailyChannel channel, int from, int until) => channel.HasSpend.Skip(from).Take(until - from + 1).Any(s => s);
}
