using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>Over which days a cumulative metric sums: a window that ends with the report's period, or everything since a calendar unit began.</summary>
/// <remarks>A closed hierarchy.</remarks>
public abstract record MetricSpan
{
    private MetricSpan()
    {
    }

    /// <summary>The days that a report's period stands for.</summary>
    /// <param name="period">Period of the report.</param>
    /// <returns>Days whose last is the period's last.</returns>
    public abstract ReportPeriod Of(ReportPeriod period);

    /// <summary>A number of days that ends with the period.</summary>
    /// <param name="Days">Number of days, 1 or more.</param>
    public sealed record Window(int Days) : MetricSpan
    {
        /// <inheritdoc/>
        public override ReportPeriod Of(ReportPeriod period) => new(period.Until.PlusDays(1 - Days), period.Until);
    }

    /// <summary>Since the first day of the calendar year in which the period ends.</summary>
    public sealed record YearToDate : MetricSpan
    {
        /// <inheritdoc/>
        public override ReportPeriod Of(ReportPeriod period) => new(new LocalDate(period.Until.Year, 1, 1), period.Until);
    }

    /// <summary>Since the first day of the calendar month in which the period ends.</summary>
    public sealed record MonthToDate : MetricSpan
    {
        /// <inheritdoc/>
        public override ReportPeriod Of(ReportPeriod period) => new(new LocalDate(period.Until.Year, period.Until.Month, 1), period.Until);
    }
}
