using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Forecasting;

namespace EcomOps.Inventory.Replenishment;

/// <summary>Demand over the protection interval: the lead time, and a review period before it where stock is reviewed at intervals only.</summary>
public static class LeadTimeDemand
{
    /// <summary>Demand of a forecast over a random lead time: <c>P(D = k) = sum over l of P(L = l) P(D_l = k)</c>.</summary>
    /// <param name="demand">The forecast.</param>
    /// <param name="leadTime">The lead time; in days only for a forecast with a calendar.</param>
    /// <param name="reviewPeriods">Time between two reviews, R, in periods of the forecast; 0 (the default) for continuous review.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The review period is negative.</exception>
    /// <exception cref="InvalidOperationException">The lead time is in days and the forecast has no calendar.</exception>
    public static DemandDistribution Over(Forecast demand, LeadTime leadTime, double reviewPeriods = 0)
    {
        ArgumentNullException.ThrowIfNull(demand);
        ArgumentNullException.ThrowIfNull(leadTime);
        ArgumentOutOfRangeException.ThrowIfNegative(reviewPeriods);
        IReadOnlyList<(double Time, double Probability)> points = leadTime.InPeriods(demand.Period);
        return points.Count == 1
            ? demand.Total(points[0].Time + reviewPeriods)
            : new MixtureDemand(points.Select(p => (p.Probability, demand.Total(p.Time + reviewPeriods))));
    }

    /// <summary>Independent, equal periods over a random whole number of periods, exactly by convolution.</summary>
    /// <param name="perPeriod">Demand of one period.</param>
    /// <param name="periods">Number of periods with its probability; numbers 0 or more, probabilities 0 or more with a sum above 0.</param>
    /// <returns>The exact distribution.</returns>
    /// <exception cref="ArgumentException">No number of periods, or a negative one or a bad probability.</exception>
    public static DemandDistribution Over(PmfDemand perPeriod, IReadOnlyDictionary<int, double> periods)
    {
        ArgumentNullException.ThrowIfNull(perPeriod);
        ArgumentNullException.ThrowIfNull(periods);
        if (periods.Keys.Any(n => n < 0))
        {
            throw new ArgumentException("A lead time cannot be negative.", nameof(periods));
        }

        var sums = new List<(double, DemandDistribution)>();
        PmfDemand sum = perPeriod.SumOver(0);
        int reached = 0;
        foreach ((int n, double probability) in periods.OrderBy(p => p.Key))
        {
            sum = n == reached ? sum : sum.Plus(perPeriod.SumOver(n - reached));
            reached = n;
            sums.Add((probability, sum));
        }

        return new MixtureDemand(sums);
    }
}
