namespace EcomOps.Payments.Health;

/// <summary>A share with its Wilson score interval.</summary>
/// <param name="Successes">Successes, 0 to <paramref name="Trials"/>.</param>
/// <param name="Trials">Trials, 0 or more.</param>
/// <param name="Share">Successes over trials; null without trials.</param>
/// <param name="Low">Lower end; 0 without trials.</param>
/// <param name="High">Upper end; 1 without trials.</param>
/// <remarks>Immutable; equal by value. Wilson, JASA 22 (1927) 209-212; unlike the usual interval it stays within 0 and 1 and holds for few trials.</remarks>
public sealed record WilsonInterval(long Successes, long Trials, double? Share, double Low, double High)
{
    /// <summary>Standard normal quantile for 95 % confidence.</summary>
    public const double Z95 = 1.959963984540054;

    /// <summary>Computes an interval.</summary>
    /// <param name="successes">Successes, 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Trials, 0 or more.</param>
    /// <param name="z">Standard normal quantile, above 0; 95 % two-sided by default.</param>
    /// <returns><c>(p + z²/2n ± z·sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n)</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static WilsonInterval Of(long successes, long trials, double z = Z95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(z);
        if (trials == 0)
        {
            return new WilsonInterval(0, 0, null, 0, 1);
        }

        double n = trials, p = successes / n, square = z * z;
        double centre = p + (square / (2 * n)), spread = z * Math.Sqrt((p * (1 - p) / n) + (square / (4 * n * n))), scale = 1 + (square / n);

        // At the ends the formula gives 0 and 1 exactly; floating point only nearly.
        return new WilsonInterval(successes, trials, p, successes == 0 ? 0 : (centre - spread) / scale, successes == trials ? 1 : (centre + spread) / scale);
    }
}
