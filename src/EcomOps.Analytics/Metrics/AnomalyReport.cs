using EcomOps.Analytics.Experiments;
using EcomOps.Analytics.Internal;
using EcomOps.Analytics.Metrics.Internal;
using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>Unusual days of several metrics, after adjustment for the number of metrics and days looked at.</summary>
/// <param name="Period">Days looked at.</param>
/// <param name="JudgedMetrics">Metrics of which at least one day could be judged; the others lack a history.</param>
/// <param name="Judged">Days of metrics that could be judged: the number of tests that the adjustment counts.</param>
/// <param name="Anomalies">Unusual days by adjusted p-value, then day, then metric.</param>
/// <remarks>
/// A day is expected to be the level and trend of the four weeks before (Theil-Sen line; Sen 1968) plus the effect of its weekday (median
/// distance of that weekday to the centred mean of its week, as in classical decomposition). When two levels, the later one at least a week
/// old, describe those weeks better than the line (least absolute deviations), the level has shifted, and the later one holds. Positive series are judged on the logarithmic scale, where weekdays
/// multiply; small counts and series that come near zero on the scale of square roots, which steadies counts; those with negative days as they are. The usual
/// spread is 1.4826 times the median absolute forecast error of the days before, and the distance is held against Student's t with .37 n
/// degrees of freedom: the efficiency of that median against the standard deviation (Rousseeuw and Croux 1993). Expectation and spread of a
/// day come from earlier days only. A series that has less than two weeks of errors, or errors of zero, is not judged.
/// </remarks>
public sealed record AnomalyReport(ReportPeriod Period, int JudgedMetrics, int Judged, IReadOnlyList<Anomaly> Anomalies)
{
    internal const double MedianToDeviation = 1.4826;
    private const double Efficiency = 0.37;

    /// <summary>Unusual days in a row of one metric, in one direction, at most one ordinary day between them; by adjusted p-value, then first day, then metric.</summary>
    public IReadOnlyList<AnomalyEpisode> Episodes => AnomalyEpisode.Of(Anomalies);

    /// <summary>Finds unusual days of metrics of a shop; takes the days before the period that it needs.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="period">Days to judge.</param>
    /// <param name="metrics">Metrics to look at.</param>
    /// <param name="options">Settings; the defaults when null.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public static AnomalyReport Of(ShopFacts facts, ReportPeriod period, IReadOnlyList<Metric> metrics, AnomalyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        AnomalyOptions o = options ?? new AnomalyOptions();
        ReportPeriod days = period with { From = period.From.PlusDays(-o.LearningDays - o.ErrorDays) };
        return Compute(metrics.Select(m => MetricSeries.Of(facts, m, days)), period, o);
    }

    /// <summary>Finds unusual days.</summary>
    /// <param name="series">Daily series; each should begin <see cref="AnomalyOptions.LearningDays"/> and <see cref="AnomalyOptions.ErrorDays"/> before the period.</param>
    /// <param name="period">Days to judge.</param>
    /// <param name="options">Settings; the defaults when null.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public static AnomalyReport Compute(IEnumerable<MetricSeries> series, ReportPeriod period, AnomalyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        AnomalyOptions o = options ?? new AnomalyOptions();
        if (!(o.FalseDiscoveryRate is > 0 and < 1) || o.LearningDays < 28 || o.ErrorDays < 14)
        {
            throw new ArgumentOutOfRangeException(nameof(options), o, "The rate must lie between 0 and 1, with at least 28 days to learn from and 14 of errors.");
        }

        List<Anomaly> judged = [];
        int metrics = 0;
        foreach (MetricSeries one in series)
        {
            int before = judged.Count;
            Judge(one, period, o, judged);
            metrics += judged.Count > before ? 1 : 0;
        }

        IReadOnlyList<double> adjusted = MultipleTests.Adjust([.. judged.Select(j => j.PValue)], MultiplicityMethod.BenjaminiHochberg);
        return new AnomalyReport(period, metrics, judged.Count,
        [
            .. judged.Select((j, i) => j with { AdjustedPValue = adjusted[i] }).Where(j => j.AdjustedPValue <= o.FalseDiscoveryRate)
                .OrderBy(j => j.AdjustedPValue).ThenBy(j => j.On).ThenBy(j => j.Metric, StringComparer.Ordinal),
        ]);
    }

    private static void Judge(MetricSeries series, ReportPeriod period, AnomalyOptions options, List<Anomaly> judged)
    {
        int from = Math.Max(0, NodaTime.Period.DaysBetween(series.First, period.From)), until = Math.Min(series.Values.Count - 1, NodaTime.Period.DaysBetween(series.First, period.Until));
        int earliest = Math.Max(0, from - options.ErrorDays - options.LearningDays);
        DayScale scale = DayScale.Of(series.Values.Skip(earliest).Take(Math.Max(0, until - earliest + 1)));
        double?[] y = [.. series.Values.Select(v => v is { } x && double.IsFinite(x) ? scale.To(x) : (double?)null)];
        Dictionary<int, double?> expected = [];
        double? Expect(int day) => expected.TryGetValue(day, out double? known) ? known : expected[day] = DayForecast.Expect(y, day, options.LearningDays);
        for (int day = from; day <= until; day++)
        {
            if (y[day] is not { } value || Expect(day) is not { } mean)
            {
                continue;
            }

            double[] errors = [.. Enumerable.Range(Math.Max(0, day - options.ErrorDays), Math.Min(day, options.ErrorDays)).Where(d => y[d] is not null && Expect(d) is not null).Select(d => Math.Abs(y[d]!.Value - Expect(d)!.Value)).Order()];
            double spread = errors.Length < 14 ? 0 : MedianToDeviation * DayForecast.Median(errors);
            if (!(spread > 0))
            {
                continue;
            }

            double df = Efficiency * errors.Length, width = Distributions.StudentQuantile(0.975, df) * spread;
            judged.Add(new Anomaly(series.Name, series.First.PlusDays(day), series.Values[day]!.Value, scale.From(mean), scale.From(mean - width), scale.From(mean + width), Math.Min(1, 2 * Distributions.StudentUpper(Math.Abs(value - mean) / spread, df)), 1));
        }
    }
}
