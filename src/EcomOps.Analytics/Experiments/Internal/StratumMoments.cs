using MathNet.Numerics.LinearAlgebra;

namespace EcomOps.Analytics.Experiments.Internal;

// Per stratum: (control, change), for ratios of numerator and then of denominator; Covariance is that of the
// estimates times N.
internal sealed record StratumMoments(double N, Vector<double> Mean, Matrix<double> Covariance)
{
    private static readonly MatrixBuilder<double> Build = Matrix<double>.Build;

    public static StratumMoments Of(SampleStatistic control, SampleStatistic treatment) => (control, treatment) switch
    {
        (RatioStatistic c, RatioStatistic t) => Ratio(c, t),
        (CupedMeanStatistic c, CupedMeanStatistic t) => Regressed(c, t),
        (CupedRatioStatistic c, CupedRatioStatistic t) => Regressed(c, t),
        (MeanStatistic or ProportionStatistic, _) when control.GetType() == treatment.GetType() => Plain(control, treatment),
        _ => throw new ArgumentException("Strata need the same kind of statistic in both variants, and not quantiles.", nameof(treatment)),
    };

    private static StratumMoments Plain(SampleStatistic c, SampleStatistic t)
    {
        double n = c.N + t.N, vc = c.Variance * n / c.N, vt = t.Variance * n / t.N;
        return new(n, Vector<double>.Build.Dense([c.Mean, t.Mean - c.Mean]), Build.DenseOfArray(new[,] { { vc, -vc }, { -vc, vt + vc } }));
    }

    private static StratumMoments Ratio(RatioStatistic c, RatioStatistic t)
    {
        double n = c.N + t.N;
        Matrix<double> joint = Build.Dense(4, 4);
        Fill(joint, 0, t, n / t.N);
        Fill(joint, 2, c, n / c.N);
        Matrix<double> contrast = Build.DenseOfArray(new double[,] { { 0, 0, 1, 0 }, { 1, 0, -1, 0 }, { 0, 0, 0, 1 }, { 0, 1, 0, -1 } });
        Vector<double> means = Vector<double>.Build.Dense([t.Numerator.Mean, t.Denominator.Mean, c.Numerator.Mean, c.Denominator.Mean]);
        return new(n, contrast * means, contrast * joint * contrast.Transpose());
    }

    private static void Fill(Matrix<double> joint, int at, RatioStatistic s, double scale)
    {
        joint[at, at] = s.Numerator.Variance * scale;
        joint[at + 1, at + 1] = s.Denominator.Variance * scale;
        joint[at, at + 1] = joint[at + 1, at] = s.Covariance * scale;
    }

    // Least squares of post on 1, treatment and pre; the control is read at the pooled pre-experiment mean.
    private static StratumMoments Regressed(CupedMeanStatistic c, CupedMeanStatistic t)
    {
        double n = c.N + t.N;
        MeanStatistic pre = c.Pre + t.Pre, post = c.Post + t.Post;
        Matrix<double> inverse = Build.DenseOfArray(new[,]
        {
            { n, t.N, pre.Sum },
            { t.N, t.N, t.Pre.Sum },
            { pre.Sum, t.Pre.Sum, pre.SumOfSquares },
        }).Inverse();
        Vector<double> xy = Vector<double>.Build.Dense([post.Sum, t.Post.Sum, c.SumOfProducts + t.SumOfProducts]);
        double residual = (post.SumOfSquares - (xy * inverse * xy)) / (n - 3);
        Matrix<double> read = Build.DenseOfArray(new[,] { { 1, 0, pre.Mean }, { 0, 1, 0 } });
        Vector<double> coefficients = inverse * xy;
        Matrix<double> covariance = read * inverse * read.Transpose() * (residual * n);

        // The level at which the control is read is itself an estimate.
        covariance[0, 0] += coefficients[2] * coefficients[2] * pre.Variance;
        return new(n, read * coefficients, covariance);
    }

    // The same for numerator and denominator together, on both pre-experiment sums; means are read at the pooled pre-experiment level.
    private static StratumMoments Regressed(CupedRatioStatistic c, CupedRatioStatistic t)
    {
        CupedRatioStatistic all = c.Add(t);
        double n = all.N;
        Matrix<double> xx = Build.DenseOfArray(new[,]
        {
            { n, t.N, all.NumeratorPre.Sum, all.DenominatorPre.Sum },
            { t.N, t.N, t.NumeratorPre.Sum, t.DenominatorPre.Sum },
            { all.NumeratorPre.Sum, t.NumeratorPre.Sum, all.NumeratorPre.SumOfSquares, all.NumPreDenPre },
            { all.DenominatorPre.Sum, t.DenominatorPre.Sum, all.NumPreDenPre, all.DenominatorPre.SumOfSquares },
        });
        Matrix<double> inverse = xx.Inverse();
        Vector<double> a = Vector<double>.Build.Dense([all.NumeratorPost.Sum, t.NumeratorPost.Sum, all.NumPostNumPre, all.NumPostDenPre]);
        Vector<double> b = Vector<double>.Build.Dense([all.DenominatorPost.Sum, t.DenominatorPost.Sum, all.NumPreDenPost, all.DenPostDenPre]);
        double aa = (all.NumeratorPost.SumOfSquares - (a * inverse * a)) / (n - 6), bb = (all.DenominatorPost.SumOfSquares - (b * inverse * b)) / (n - 6);
        double ab = (all.NumPostDenPost - (a * inverse * b)) / (n - 6);
        Matrix<double> read = Build.DenseOfArray(new[,] { { 1, 0, all.NumeratorPre.Mean, all.DenominatorPre.Mean }, { 0, 1, 0, 0 } });
        Vector<double> means = Vector<double>.Build.Dense(4);
        Vector<double> top = inverse * a, bottom = inverse * b;
        means.SetSubVector(0, 2, read * top);
        means.SetSubVector(2, 2, read * bottom);
        Matrix<double> core = read * inverse * read.Transpose() * n, covariance = Build.Dense(4, 4);
        covariance.SetSubMatrix(0, 0, core * aa);
        covariance.SetSubMatrix(2, 2, core * bb);
        covariance.SetSubMatrix(0, 2, core * ab);
        covariance.SetSubMatrix(2, 0, core * ab);
        double cross = CrossProducts.Covariance(all.NumeratorPre, all.DenominatorPre, all.NumPreDenPre);
        Matrix<double> pre = Build.DenseOfArray(new[,] { { all.NumeratorPre.Variance, cross }, { cross, all.DenominatorPre.Variance } });
        Matrix<double> slopes = Build.DenseOfRowVectors(top.SubVector(2, 2), bottom.SubVector(2, 2));
        Matrix<double> level = slopes * pre * slopes.Transpose();
        covariance[0, 0] += level[0, 0];
        covariance[2, 2] += level[1, 1];
        covariance[0, 2] += level[0, 1];
        covariance[2, 0] += level[0, 1];
        return new(n, means, covariance);
    }
}
