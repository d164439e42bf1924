using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>Daily values of one metric.</summary>
/// <param name="Name">Name in reports.</param>
/// <param name="First">Day of the first value.</param>
/// <param name="Values">One value a day; null where it is not known.</param>
public sealed record MetricSeries(string Name, LocalDate First, IReadOnlyList<double?> Values)
{
    /// <summary>Daily values of a metric of the registry.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="metric">Metric.</param>
    /// <param name="period">Days.</param>
    /// <param name="filter">Part of the shop; everything when null.</param>
    /// <returns>The series; days outside <see cref="ShopFacts.Coverage"/>, or without it days before the first with an order or a visit, are not known.</returns>
    public static MetricSeries Of(ShopFacts facts, Metric metric, ReportPeriod period, FactFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(metric);
        ReportPeriod[] days = [.. Enumerable.Range(0, period.Days).Select(d => new ReportPeriod(period.From.PlusDays(d), period.From.PlusDays(d)))];
        int first = facts.Coverage is null ? Array.FindIndex(days, day => facts.Totals(day) is var t && (t.Orders > 0 || t.Sessions > 0)) : 0;
        bool Known(int day) => first >= 0 && day >= first && (facts.Coverage is not { } coverage || coverage.Contains(days[day].From));
        return new MetricSeries(metric.Name, period.From, [.. days.Select((day, i) => Known(i) ? (double?)facts.Value(metric, day, filter) : null)]);
    }
}
