using EcomOps.Analytics.Experiments.Internal;

namespace EcomOps.Analytics.Experiments;

/// <summary>A mean adjusted by what the same visitors did before the experiment (CUPED): its variance falls by the squared correlation.</summary>
/// <param name="Post">Values during the experiment.</param>
/// <param name="Pre">Values before it; the same visitors.</param>
/// <param name="SumOfProducts">Sum of post times pre.</param>
/// <remarks>Deng, Xu, Kohavi and Walker (2013). The coefficient is estimated over both variants together.</remarks>
public sealed record CupedMeanStatistic(MeanStatistic Post, MeanStatistic Pre, double SumOfProducts) : SampleStatistic
{
    /// <summary>Coefficient of the adjustment; 0 until a comparison estimates it.</summary>
    public double Theta { get; init; }

    /// <inheritdoc />
    public override double N => Post.Count;

    /// <inheritdoc />
    public override double Mean => Post.Mean - (Theta * Pre.Mean);

    /// <inheritdoc />
    public override double UnadjustedMean => Post.Mean;

    /// <inheritdoc />
    public override double Variance => Post.Variance + (Theta * Theta * Pre.Variance) - (2 * Theta * Covariance);

    /// <summary>Covariance of post and pre.</summary>
    public double Covariance => CrossProducts.Covariance(Post, Pre, SumOfProducts);

    /// <summary>Sums values up, one pair per visitor.</summary>
    /// <param name="values">Values during and before the experiment.</param>
    /// <returns>The statistic.</returns>
    public static CupedMeanStatistic Of(IEnumerable<(double Post, double Pre)> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        (double Post, double Pre)[] all = [.. values];
        return new CupedMeanStatistic(MeanStatistic.Of(all.Select(v => v.Post)), MeanStatistic.Of(all.Select(v => v.Pre)), all.Sum(v => v.Post * v.Pre));
    }

    internal override (SampleStatistic Control, SampleStatistic Treatment) AdjustWith(SampleStatistic treatment)
    {
        var other = (CupedMeanStatistic)treatment;
        var joint = new CupedMeanStatistic(Post + other.Post, Pre + other.Pre, SumOfProducts + other.SumOfProducts);
        double theta = joint.Pre.Variance > 0 ? joint.Covariance / joint.Pre.Variance : 0;
        return (this with { Theta = theta }, other with { Theta = theta });
    }
}
