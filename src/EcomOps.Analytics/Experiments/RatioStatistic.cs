using EcomOps.Analytics.Experiments.Internal;

namespace EcomOps.Analytics.Experiments;

/// <summary>A ratio of two sums over visitors (average order value, items per order): its variance by the delta method, since orders of one visitor are not independent.</summary>
/// <param name="Numerator">Per visitor, for example revenue.</param>
/// <param name="Denominator">Per visitor, for example orders.</param>
/// <param name="SumOfProducts">Sum of numerator times denominator.</param>
public sealed record RatioStatistic(MeanStatistic Numerator, MeanStatistic Denominator, double SumOfProducts) : SampleStatistic
{
    /// <inheritdoc />
    public override double N => Numerator.Count;

    /// <inheritdoc />
    public override double Mean => Denominator.Sum == 0 ? 0 : Numerator.Sum / Denominator.Sum;

    /// <inheritdoc />
    public override double Variance => CupedRatioStatistic.Delta(Numerator, Denominator, Covariance);

    /// <summary>Covariance of numerator and denominator.</summary>
    public double Covariance => CrossProducts.Covariance(Numerator, Denominator, SumOfProducts);

    /// <summary>Sums pairs up, one per visitor.</summary>
    /// <param name="values">Numerator and denominator of each visitor.</param>
    /// <returns>The statistic.</returns>
    public static RatioStatistic Of(IEnumerable<(double Numerator, double Denominator)> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double n = 0, a = 0, aa = 0, b = 0, bb = 0, ab = 0;
        foreach ((double x, double y) in values)
        {
            n++;
            a += x;
            aa += x * x;
            b += y;
            bb += y * y;
            ab += x * y;
        }

        return new RatioStatistic(new MeanStatistic(n, a, aa), new MeanStatistic(n, b, bb), ab);
    }
}
