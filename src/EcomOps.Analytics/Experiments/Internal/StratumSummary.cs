using MathNet.Numerics.LinearAlgebra;

namespace EcomOps.Analytics.Experiments.Internal;

internal static class StratumSummary
{
    public static (double Effect, double Variance)? Combine(StratumMoments[] strata, DifferenceKind difference)
    {
        double total = strata.Sum(s => s.N);
        int size = strata[0].Mean.Count;
        Vector<double> mean = Vector<double>.Build.Dense(size);
        Matrix<double> covariance = Matrix<double>.Build.Dense(size, size);
        foreach (StratumMoments s in strata)
        {
            double share = s.N / total;
            mean += s.Mean * share;
            covariance += s.Mean.OuterProduct(s.Mean) * (share / total);
            covariance += s.Covariance * (share / total);
        }

        covariance -= mean.OuterProduct(mean) / total;
        return Read(mean, covariance, difference);
    }

    private static (double Effect, double Variance)? Read(Vector<double> m, Matrix<double> v, DifferenceKind difference)
    {
        double effect;
        double[] slope;
        if (m.Count == 2)
        {
            if (difference == DifferenceKind.Absolute)
            {
                (effect, slope) = (m[1], [0, 1]);
            }
            else if (m[0] == 0)
            {
                return null;
            }
            else
            {
                (effect, slope) = (m[1] / m[0], [-m[1] / (m[0] * m[0]), 1 / m[0]]);
            }
        }
        else
        {
            double top = m[0] + m[1], bottom = m[2] + m[3];
            if (m[2] == 0 || bottom == 0 || (difference == DifferenceKind.Relative && m[0] == 0))
            {
                return null;
            }

            (effect, slope) = difference == DifferenceKind.Absolute
                ? ((top / bottom) - (m[0] / m[2]), [(1 / bottom) - (1 / m[2]), 1 / bottom, (-top / (bottom * bottom)) + (m[0] / (m[2] * m[2])), -top / (bottom * bottom)])
                : RatioOfRatios(m, top, bottom);
        }

        Vector<double> gradient = Vector<double>.Build.Dense(slope);
        return (effect, gradient * v * gradient);
    }

    // (top / bottom) / (m0 / m2) - 1.
    private static (double, double[]) RatioOfRatios(Vector<double> m, double top, double bottom)
    {
        double ratio = top * m[2] / (bottom * m[0]);
        return (ratio - 1, [ratio * ((1 / top) - (1 / m[0])), ratio / top, ratio * ((1 / m[2]) - (1 / bottom)), -ratio / bottom]);
    }
}
