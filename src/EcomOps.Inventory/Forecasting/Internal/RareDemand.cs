using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Forecasting.Internal;

// Rare demand: a slowly forgetting mean, and a negative binomial whose size variation is drawn towards a prior, because a handful of
// demands tells little about the spread of their sizes. For stock the spread decides, not the last movement of the mean.
internal static class RareDemand
{
    // Half of the weight is reached after 138 periods.
    private const double Forgetting = 0.005;
    private const double PriorDemands = 3;
    private const double AbsentIntervals = 5;

    public static (double Rate, double Variance, string Note) Of(ReadOnlySpan<double> y, DemandProfile profile)
    {
        double weight = 0, sum = 0, demands = 0, sizes = 0, keep = 1;
        for (int t = y.Length - 1; t >= 0; t--)
        {
            weight += keep;
            sum += keep * y[t];
            demands += y[t] > 0 ? keep : 0;
            keep *= 1 - Forgetting;
        }

        double size = sum / demands, rate = sum / weight;
        int count = 0;
        foreach (double value in y)
        {
            sizes += value > 0 ? (value - size) * (value - size) : 0;
            count += value > 0 ? 1 : 0;
        }

        double variation = ((sizes / (size * size)) + (PriorDemands * DemandProfile.VariationCutOff)) / (count + PriorDemands);
        double share = demands / weight;
        double variance = (share * size * size * (1 + variation)) - (rate * rate);
        string note = FormattableString.Invariant($"Slowly forgetting mean {rate:0.###} a period with a negative binomial; size variation drawn towards {DemandProfile.VariationCutOff}");

        // So long an absence is improbable (e^-5) while the item still sells: TSB lets the rate die.
        double fading = IntermittentModels.TeunterSyntetosBabai(y);
        if (profile.LastDemandAge > AbsentIntervals * profile.MeanInterval && fading < rate)
        {
            variance *= fading / rate;
            note = FormattableString.Invariant($"No demand for {profile.LastDemandAge} periods: the rate {rate:0.###} is taken down to {fading:0.###} (TSB)");
            rate = fading;
        }

        return (rate, Math.Max(variance, rate * (1 - Math.Min(1, rate))), note);
    }
}
