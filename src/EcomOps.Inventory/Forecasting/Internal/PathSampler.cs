using EcomOps.Inventory.Distributions.Internal;

namespace EcomOps.Inventory.Forecasting.Internal;

// Latent normal scores z_n = rho_n s_(n-1) + sqrt(1 - rho_n^2) e_n, with s the standardised sum of the scores before, weighted by the periods' deviations.
// Every z_n is standard normal, so that the periods keep their distributions; rho_n gives the sums their variance.
internal sealed class PathSampler
{
    private const double Strongest = 0.99999;
    private const int Halvings = 40;

    private readonly NormalScores[] _periods;
    private readonly double[] _deviation;
    private readonly double[] _correlation;
    private readonly double[] _spread;

    public PathSampler(Forecast forecast)
    {
        int horizon = forecast.Horizon;
        _periods = new NormalScores[horizon];
        _deviation = new double[horizon];
        _correlation = new double[horizon];
        _spread = new double[horizon];
        var withSum = new double[horizon];
        double sum = 0;
        for (int n = 0; n < horizon; n++)
        {
            double own = forecast.At(n + 1).Variance;
            NormalScores? same = n > 0 && forecast.At(n + 1).Equals(forecast.At(n)) ? _periods[n - 1] : null;
            _periods[n] = same ?? new NormalScores(forecast.At(n + 1));
            _deviation[n] = Math.Sqrt(own);
            double rho = n == 0 || own == 0 || sum == 0 ? 0 : Correlation(n, withSum, 0.5 * (forecast.Total(n + 1).Variance - sum - own));
            sum += own + (2 * Covariance(n, withSum, rho));
            _correlation[n] = rho;
            Grow(n, withSum);
        }
    }

    public double[][] Draw(int count, Random random)
    {
        var paths = new double[count][];
        for (int i = 0; i < count; i++)
        {
            double[] path = paths[i] = new double[_periods.Length];
            double scores = 0;
            for (int n = 0; n < path.Length; n++)
            {
                double before = n > 0 && _spread[n - 1] > 0 ? scores / _spread[n - 1] : 0;
                double rho = _correlation[n], z = (rho * before) + (Math.Sqrt(1 - (rho * rho)) * Normal(random));
                scores += _deviation[n] * z;
                path[n] = _periods[n].At(z);
            }
        }

        return paths;
    }

    // Covariance rises with the correlation: halving finds it, or the end that comes nearest.
    private double Correlation(int n, double[] withSum, double wanted)
    {
        double low = -Strongest, high = Strongest;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = Covariance(n, withSum, middle) < wanted ? (middle, high) : (low, middle);
        }

        return 0.5 * (low + high);
    }

    private double Covariance(int n, double[] withSum, double rho)
    {
        double sum = 0;
        for (int i = 0; i < n && rho != 0; i++)
        {
            sum += _periods[n].Covariance(_periods[i], rho * withSum[i]);
        }

        return sum;
    }

    // Correlation of every score with the new standardised sum.
    private void Grow(int n, double[] withSum)
    {
        double before = n == 0 ? 0 : _spread[n - 1], own = _deviation[n], rho = _correlation[n];
        double spread = Math.Sqrt(Math.Max(0, (before * before) + (own * own) + (2 * rho * before * own)));
        _spread[n] = spread;
        for (int i = 0; i < n; i++)
        {
            withSum[i] = spread > 0 ? (before + (own * rho)) * withSum[i] / spread : 0;
        }

        withSum[n] = spread > 0 ? ((before * rho) + own) / spread : 0;
    }

    private static double Normal(Random random) => StandardNormal.Quantile(Math.Clamp(random.NextDouble(), 1e-15, 1 - 1e-15));
}
