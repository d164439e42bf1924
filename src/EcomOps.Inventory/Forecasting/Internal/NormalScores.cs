using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Distributions.Internal;

namespace EcomOps.Inventory.Forecasting.Internal;

// Demand as a function of a standard normal score, f(z) = F^-1(Phi(z)), and its coefficients c_k = E f(Z) He_k(Z) / sqrt(k!): for scores with
// correlation r the covariance of two demands is the sum of c_k d_k r^k (Mehler).
internal sealed class NormalScores
{
    private const int Terms = 48;
    private const int MostSteps = 4000;
    private const int Nodes = 1200;
    private const double Reach = 7;
    private const double Tail = 1e-10;

    private readonly DemandDistribution _demand;
    private readonly double[]? _steps;
    private readonly double _lowest;
    private readonly double[] _coefficients = new double[Terms + 1];

    public NormalScores(DemandDistribution demand)
    {
        _demand = demand;
        _lowest = demand.Quantile(Tail);
        double highest = demand.Quantile(1 - Tail);
        var terms = new double[Terms + 1];
        if (demand.IsDiscrete && highest - _lowest <= MostSteps)
        {
            // A step of one unit at z adds phi(z) He_(k-1)(z).
            _steps = [.. Enumerable.Range(0, (int)(highest - _lowest)).Select(k => StandardNormal.Quantile(demand.Cdf(_lowest + k)))];
            foreach (double z in _steps)
            {
                Polynomials(z, terms);
                for (int k = 1; k <= Terms; k++)
                {
                    _coefficients[k] += StandardNormal.Density(z) * terms[k - 1] / Math.Sqrt(k);
                }
            }

            return;
        }

        const double width = 2 * Reach / Nodes;
        for (int i = 0; i < Nodes; i++)
        {
            double z = ((i + 0.5) * width) - Reach, value = At(z) * StandardNormal.Density(z) * width;
            Polynomials(z, terms);
            for (int k = 1; k <= Terms; k++)
            {
                _coefficients[k] += value * terms[k];
            }
        }
    }

    public double At(double z)
    {
        if (_steps is null)
        {
            return Math.Max(0, _demand.Quantile(Math.Clamp(StandardNormal.Cdf(z), 1e-15, 1 - 1e-15)));
        }

        // The number of steps below z.
        int found = Array.BinarySearch(_steps, z);
        int passed = found < 0 ? ~found : found;
        while (passed > 0 && _steps[passed - 1] >= z)
        {
            passed--;
        }

        return Math.Max(0, _lowest + passed);
    }

    public double Covariance(NormalScores other, double correlation)
    {
        double sum = 0, power = 1;
        for (int k = 1; k <= Terms; k++)
        {
            power *= correlation;
            sum += _coefficients[k] * other._coefficients[k] * power;
        }

        return sum;
    }

    // Hermite polynomials over sqrt(k!).
    private static void Polynomials(double z, double[] values)
    {
        values[0] = 1;
        values[1] = z;
        for (int k = 1; k < Terms; k++)
        {
            values[k + 1] = ((z * values[k]) - (Math.Sqrt(k) * values[k - 1])) / Math.Sqrt(k + 1);
        }
    }
}
