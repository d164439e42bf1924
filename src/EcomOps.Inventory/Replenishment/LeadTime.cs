using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Replenishment;

/// <summary>Time from placing an order until its goods can be sold: a distribution over a few points in time.</summary>
/// <remarks>Immutable and thread-safe; compared by reference.</remarks>
public sealed class LeadTime
{
    private const int Points = 9;

    private readonly (double Time, double Probability)[] _points;

    private LeadTime(LeadTimeUnit unit, (double Time, double Probability)[] points)
    {
        Unit = unit;
        _points = points;
        Mean = points.Sum(p => p.Time * p.Probability);
        double mean = Mean;
        StandardDeviation = Math.Sqrt(points.Sum(p => p.Probability * (p.Time - mean) * (p.Time - mean)));
    }

    /// <summary>What the times are counted in.</summary>
    public LeadTimeUnit Unit { get; }

    /// <summary>Mean lead time L, in <see cref="Unit"/>.</summary>
    public double Mean { get; }

    /// <summary>Standard deviation of the lead time, in <see cref="Unit"/>; 0 when it is certain.</summary>
    public double StandardDeviation { get; }

    /// <summary>Possible lead times in ascending order, with their probabilities (sum 1).</summary>
    public IReadOnlyList<(double Time, double Probability)> Distribution => _points;

    /// <summary>A certain lead time in days.</summary>
    /// <param name="days">0 (there at once) or more.</param>
    /// <returns>The lead time.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, not finite or above 3,660.</exception>
    public static LeadTime Days(double days) => new(LeadTimeUnit.Days, [(Valid(days, nameof(days)), 1)]);

    /// <summary>A certain lead time in periods of the demand series.</summary>
    /// <param name="periods">0 (there at once) or more.</param>
    /// <returns>The lead time.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, not finite or above 3,660.</exception>
    public static LeadTime Periods(double periods) => new(LeadTimeUnit.Periods, [(Valid(periods, nameof(periods)), 1)]);

    /// <summary>A random lead time with a given mean and deviation, taken as gamma and cut into nine equally likely points (its mean and deviation are kept).</summary>
    /// <param name="mean">Mean; 0 or more.</param>
    /// <param name="standardDeviation">Standard deviation; 0 or more.</param>
    /// <param name="unit">What both are counted in.</param>
    /// <returns>The lead time; certain when the mean or the deviation is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, not finite or above 3,660.</exception>
    public static LeadTime Of(double mean, double standardDeviation, LeadTimeUnit unit = LeadTimeUnit.Days)
    {
        Valid(mean, nameof(mean));
        Valid(standardDeviation, nameof(standardDeviation));
        if (mean == 0 || standardDeviation == 0)
        {
            return new LeadTime(unit, [(mean, 1)]);
        }

        GammaDemand gamma = GammaDemand.FromMoments(mean, standardDeviation * standardDeviation);
        double[] times = [.. Enumerable.Range(0, Points).Select(i => gamma.Quantile((i + 0.5) / Points))];
        double centre = times.Average();
        double spread = Math.Sqrt(times.Average(t => (t - centre) * (t - centre)));
        double stretch = spread > 0 ? standardDeviation / spread : 1;
        return new LeadTime(unit, [.. times.Select(t => (Math.Max(0, mean + (stretch * (t - centre))), 1.0 / Points))]);
    }

    /// <summary>The lead times of past deliveries, each as likely as the others.</summary>
    /// <param name="observed">Times from order to receipt; 0 or more, at least one.</param>
    /// <param name="unit">What they are counted in.</param>
    /// <returns>The lead time.</returns>
    /// <exception cref="ArgumentException">No delivery.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative, not finite or above 3,660.</exception>
    public static LeadTime FromHistory(IEnumerable<double> observed, LeadTimeUnit unit = LeadTimeUnit.Days)
    {
        ArgumentNullException.ThrowIfNull(observed);
        double[] times = [.. observed.Select(t => Valid(t, nameof(observed)))];
        return times.Length > 0
            ? new LeadTime(unit, [.. times.GroupBy(t => t).OrderBy(g => g.Key).Select(g => (g.Key, (double)g.Count() / times.Length))])
            : throw new ArgumentException("A lead time needs at least one past delivery.", nameof(observed));
    }

    /// <summary>Possible lead times in periods of a series.</summary>
    /// <param name="period">The series' period.</param>
    /// <returns>Periods (fractional) with their probabilities.</returns>
    /// <exception cref="InvalidOperationException">Days were given for a series without a calendar.</exception>
    public IReadOnlyList<(double Time, double Probability)> InPeriods(DemandPeriod period)
    {
        if (Unit == LeadTimeUnit.Periods)
        {
            return _points;
        }

        double days = period.MeanDays();
        return [.. _points.Select(p => (p.Time / days, p.Probability))];
    }

    /// <summary>Mean lead time in days.</summary>
    /// <param name="period">The series' period, for a lead time in periods.</param>
    /// <returns>Days.</returns>
    /// <exception cref="InvalidOperationException">Periods were given for a series without a calendar.</exception>
    public double MeanInDays(DemandPeriod period) => Unit == LeadTimeUnit.Days ? Mean : Mean * period.MeanDays();

    private static double Valid(double value, string name) =>
        value is >= 0 and <= 3660 ? value : throw new ArgumentOutOfRangeException(name, value, "A lead time must lie between 0 and 3,660.");
}
