using EcomOps.Analytics.Experiments.Internal;

namespace EcomOps.Analytics.Experiments;

/// <summary>A ratio metric adjusted by the same ratio before the experiment, on the linearised scale.</summary>
/// <param name="NumeratorPost">Numerator during the experiment.</param>
/// <param name="DenominatorPost">Denominator during the experiment.</param>
/// <param name="NumeratorPre">Numerator before.</param>
/// <param name="DenominatorPre">Denominator before.</param>
public sealed record CupedRatioStatistic(MeanStatistic NumeratorPost, MeanStatistic DenominatorPost, MeanStatistic NumeratorPre, MeanStatistic DenominatorPre) : SampleStatistic
{
    /// <summary>Sum of numerator post times numerator pre.</summary>
    public required double NumPostNumPre { get; init; }

    /// <summary>Sum of denominator post times denominator pre.</summary>
    public required double DenPostDenPre { get; init; }

    /// <summary>Sum of numerator pre times denominator pre.</summary>
    public required double NumPreDenPre { get; init; }

    /// <summary>Sum of numerator post times denominator post.</summary>
    public required double NumPostDenPost { get; init; }

    /// <summary>Sum of numerator post times denominator pre.</summary>
    public required double NumPostDenPre { get; init; }

    /// <summary>Sum of numerator pre times denominator post.</summary>
    public required double NumPreDenPost { get; init; }

    /// <summary>Coefficient of the adjustment; 0 until a comparison estimates it.</summary>
    public double Theta { get; init; }

    /// <inheritdoc />
    public override double N => NumeratorPost.Count;

    /// <inheritdoc />
    public override double UnadjustedMean => Ratio(NumeratorPost, DenominatorPost);

    /// <inheritdoc />
    public override double Mean => UnadjustedMean - (Theta * Ratio(NumeratorPre, DenominatorPre));

    /// <inheritdoc />
    public override double Variance => PostVariance + (Theta * Theta * PreVariance) - (2 * Theta * Covariance);

    internal double PostVariance => Delta(NumeratorPost, DenominatorPost, CrossProducts.Covariance(NumeratorPost, DenominatorPost, NumPostDenPost));

    internal double PreVariance => Delta(NumeratorPre, DenominatorPre, CrossProducts.Covariance(NumeratorPre, DenominatorPre, NumPreDenPre));

    internal double Covariance
    {
        get
        {
            double post = UnadjustedMean, pre = Ratio(NumeratorPre, DenominatorPre), scale = DenominatorPost.Mean * DenominatorPre.Mean;
            double sum = CrossProducts.Covariance(NumeratorPost, NumeratorPre, NumPostNumPre)
                - (post * CrossProducts.Covariance(DenominatorPost, NumeratorPre, NumPreDenPost))
                - (pre * CrossProducts.Covariance(NumeratorPost, DenominatorPre, NumPostDenPre))
                + (post * pre * CrossProducts.Covariance(DenominatorPost, DenominatorPre, DenPostDenPre));
            return scale == 0 ? 0 : sum / scale;
        }
    }

    internal static double Delta(MeanStatistic numerator, MeanStatistic denominator, double covariance)
    {
        double d = denominator.Mean, r = d == 0 ? 0 : numerator.Mean / d;
        return d == 0 ? 0 : (numerator.Variance - (2 * r * covariance) + (r * r * denominator.Variance)) / (d * d);
    }

    internal override (SampleStatistic Control, SampleStatistic Treatment) AdjustWith(SampleStatistic treatment)
    {
        var other = (CupedRatioStatistic)treatment;
        double pre = PreVariance + other.PreVariance, theta = pre > 0 ? (Covariance + other.Covariance) / pre : 0;
        return (this with { Theta = theta }, other with { Theta = theta });
    }

    internal CupedRatioStatistic Add(CupedRatioStatistic other) =>
        new(NumeratorPost + other.NumeratorPost, DenominatorPost + other.DenominatorPost, NumeratorPre + other.NumeratorPre, DenominatorPre + other.DenominatorPre)
        {
            NumPostNumPre = NumPostNumPre + other.NumPostNumPre,
            DenPostDenPre = DenPostDenPre + other.DenPostDenPre,
            NumPreDenPre = NumPreDenPre + other.NumPreDenPre,
            NumPostDenPost = NumPostDenPost + other.NumPostDenPost,
            NumPostDenPre = NumPostDenPre + other.NumPostDenPre,
            NumPreDenPost = NumPreDenPost + other.NumPreDenPost,
        };

    private static double Ratio(MeanStatistic numerator, MeanStatistic denominator) => denominator.Sum == 0 ? 0 : numerator.Sum / denominator.Sum;
}
