namespace EcomOps.Inventory.Distributions;

/// <summary>Demand in whole units. Functions of a point between two whole numbers are exact there too (the loss is linear in between).</summary>
public abstract record DiscreteDemand : DemandDistribution
{
    private const double Slack = 1e-12;

    private protected DiscreteDemand()
    {
    }

    /// <inheritdoc />
    public sealed override bool IsDiscrete => true;

    /// <summary>Probability of exactly k units.</summary>
    /// <param name="units">Units k; any whole number, 0 outside the support.</param>
    /// <returns>A number from 0 to 1.</returns>
    public abstract double Probability(long units);

    /// <inheritdoc />
    public sealed override double Cdf(double x) => CdfAt(Whole(x));

    /// <inheritdoc />
    public sealed override double Loss(double x)
    {
        long k = Whole(x);
        double part = x - k;
        return Math.Max(0, LossAt(k) - (part * (1 - CdfAt(k))));
    }

    /// <inheritdoc />
    public sealed override double SecondLoss(double x)
    {
        long k = Whole(x);
        double t = x - k;
        double at = SecondLossAt(k);
        return t == 0
            ? Math.Max(0, at)
            : Math.Max(0, at + (0.5 * ((-2 * t * LossAt(k)) + ((t + (t * t)) * (1 - CdfAt(k))) - (((t * t) - t) * Probability(k + 1)))));
    }

    // Probability of units + 1, given that of units: by the ratio of the two where a family has a simple one.
    internal virtual double ProbabilityAfter(long units, double probability) => Probability(units + 1);

    private protected abstract double CdfAt(long k);

    private protected abstract double LossAt(long k);

    private protected abstract double SecondLossAt(long k);

    // Smallest k of the support; quantiles start there.
    private protected abstract long Lowest { get; }

    /// <inheritdoc />
    private protected override double QuantileCore(double probability)
    {
        long low = Lowest - 1;
        long high = Math.Max(Lowest, (long)Math.Min(1e15, Math.Ceiling(Mean)));
        long step = Math.Max(1, (long)Math.Min(1e15, Math.Ceiling(StandardDeviation)));
        while (!Reaches(high, probability))
        {
            low = high;
            high += step;
            step *= 2;
        }

        while (high - low > 1)
        {
            long middle = low + ((high - low) / 2);
            if (Reaches(middle, probability))
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return high;
    }

    private bool Reaches(long k, double probability) => CdfAt(k) >= probability - Slack;

    private static long Whole(double x) => x >= 9e15 ? (long)9e15 : x <= -9e15 ? (long)-9e15 : (long)Math.Floor(x);
}
