using NodaTime;

namespace EcomOps.Inventory.Channels;

/// <summary>Buffer of a channel that sells without asking, from its demand and the delay of its synchronisation.</summary>
public static class OversellBuffer
{
    /// <summary>Largest mean of demand within the delay that is calculated exactly; beyond it the call is refused.</summary>
    public const double MaximumMean = 1_000_000;

    /// <summary>The smallest buffer b for which the chance that more than b units are sold within the delay stays at or under a bound.</summary>
    /// <param name="unitsPerHour">Mean demand of the item on the channel in units per hour; 0 or more.</param>
    /// <param name="delay">Longest time between a change here and its effect there; 0 or more.</param>
    /// <param name="oversellProbability">Accepted chance of overselling within one delay; in (0, 1), for example 0.001.</param>
    /// <returns>Smallest b with <c>P(Poisson(unitsPerHour x delay) &lt;= b) >= 1 - oversellProbability</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>Demand is Poisson; the probability masses are summed from the smallest term in logarithms, so that large means lose no precision.</remarks>
    public static long For(double unitsPerHour, Duration delay, double oversellProbability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unitsPerHour);
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, Duration.Zero);
        if (oversellProbability is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(oversellProbability), oversellProbability, "Give a probability above 0 and below 1.");
        }

        double mean = unitsPerHour * delay.TotalHours;
        if (!(mean <= MaximumMean))
        {
            throw new ArgumentOutOfRangeException(nameof(unitsPerHour), unitsPerHour, $"The mean demand within the delay must not exceed {MaximumMean} units.");
        }

        if (mean == 0)
        {
            return 0;
        }

        // The upper tail is summed and not 1 - CDF, so that a bound such as 1e-12 still means something.
        long end = (long)Math.Ceiling(mean + (40 * Math.Sqrt(mean)) + 60);
        double tail = 0;
        double term = Math.Exp((end * Math.Log(mean)) - mean - LogFactorial(end));
        for (long b = end; b > 0; b--)
        {
            if (tail + term > oversellProbability)
            {
                return b;
            }

            tail += term;
            term = term == 0 ? Math.Exp(((b - 1) * Math.Log(mean)) - mean - LogFactorial(b - 1)) : term * b / mean;
        }

        return 0;
    }

    private static double LogFactorial(long n) => MathNet.Numerics.SpecialFunctions.GammaLn(n + 1.0);
}
