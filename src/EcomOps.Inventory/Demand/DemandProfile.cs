namespace EcomOps.Inventory.Demand;

/// <summary>What a series is like: the figures by which a forecaster is chosen and explained.</summary>
/// <param name="Length">Periods with a known value.</param>
/// <param name="Missing">Periods without one.</param>
/// <param name="NonZero">Known periods with demand above 0.</param>
/// <param name="Mean">Mean demand per known period, in units.</param>
/// <param name="MeanInterval">ADI: known periods per period with demand; 1 means demand in every period. 0 without any demand.</param>
/// <param name="SquaredVariation">CV2: squared ratio of the (population) standard deviation of the non-zero sizes to their mean.</param>
/// <param name="LastDemandAge">Periods since the last demand; 0 when the last known period had some, <see cref="Length"/> without any.</param>
/// <param name="Class">The pattern.</param>
public sealed record DemandProfile(
    int Length, int Missing, int NonZero, double Mean, double MeanInterval, double SquaredVariation, int LastDemandAge, DemandClass Class)
{
    /// <summary>ADI from which demand counts as rare.</summary>
    public const double IntervalCutOff = 1.32;

    /// <summary>CV2 from which sizes count as uneven.</summary>
    public const double VariationCutOff = 0.49;

    /// <summary>Share of known periods without demand, 0 to 1; 0 for an empty series.</summary>
    public double ZeroShare => Length == 0 ? 0 : 1 - ((double)NonZero / Length);

    /// <summary>Describes a series.</summary>
    /// <param name="series">The series; negative periods (returns above sales) count as no demand.</param>
    /// <returns>Its figures.</returns>
    public static DemandProfile Of(DemandSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return Of([.. series.Values.OfType<double>()], series.Values.Count(v => v is null));
    }

    internal static DemandProfile Of(ReadOnlySpan<double> known, int missing)
    {
        int nonZero = 0, last = -1;
        double sum = 0, squares = 0;
        for (int i = 0; i < known.Length; i++)
        {
            if (known[i] > 0)
            {
                nonZero++;
                last = i;
                sum += known[i];
            }
        }

        double size = nonZero == 0 ? 0 : sum / nonZero;
        foreach (double value in known)
        {
            squares += value > 0 ? (value - size) * (value - size) : 0;
        }

        double interval = nonZero == 0 ? 0 : (double)known.Length / nonZero;
        double variation = nonZero == 0 ? 0 : squares / nonZero / (size * size);
        DemandClass pattern = nonZero == 0 ? DemandClass.None : (interval >= IntervalCutOff, variation >= VariationCutOff) switch
        {
            (false, false) => DemandClass.Smooth,
            (false, true) => DemandClass.Erratic,
            (true, false) => DemandClass.Intermittent,
            (true, true) => DemandClass.Lumpy,
        };
        return new DemandProfile(known.Length, missing, nonZero, known.Length == 0 ? 0 : sum / known.Length, interval, variation, known.Length - 1 - last, pattern);
    }
}
