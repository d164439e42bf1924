using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Internal;
using EcomOps.Core;

namespace EcomOps.Analytics.Ltv.Internal;

// Maximises a likelihood over positive parameters: in their logarithms, with analytic gradients.
internal static class LikelihoodFit
{
    // Beyond e^-14 or e^14 a parameter says no more than "at the boundary".
    private const double Boundary = 14;

    public static (double[] Values, ModelFit Fit) Run(string model, TimeUnit unit, string[] names, Objective negative, double[] start, double customers, double[,]? inverseHessian = null)
    {
        for (int i = 0; i < start.Length; i++)
        {
            if (!(start[i] > 0) || !double.IsFinite(start[i]))
            {
                throw new ArgumentException($"The start of {names[i]} must be a number above 0.", nameof(start));
            }
        }

        double Bounded(ReadOnlySpan<double> at, Span<double> gradient)
        {
            foreach (double value in at)
            {
                if (!(Math.Abs(value) <= Boundary))
                {
                    return double.PositiveInfinity;
                }
            }

            return negative(at, gradient);
        }

        (double[] log, double value, _, _) = QuasiNewton.Minimise(Bounded, [.. start.Select(value => Math.Log(value))], inverseHessian: inverseHessian);
        double[] values = [.. log.Select(value => Math.Exp(value))];
        double[,] hessian = Hessian(negative, log, values);
        double[,]? covariance = SymmetricMatrix.Inverse(hessian);
        List<Issue> warnings = [];
        for (int i = 0; i < names.Length; i++)
        {
            if (Math.Abs(log[i]) > Boundary - 4)
            {
                warnings.Add(new Issue("parameters_at_boundary", names[i], $"The estimate of {names[i]} runs to the edge; the data do not determine it. A simpler model fits as well.", Severity.Warning));
            }
        }

        if (covariance is null)
        {
            warnings.Add(new Issue("no_curvature", "parameters", "The likelihood is flat at the optimum, so there are no standard errors; the data hold too little variation for this model.", Severity.Warning));
        }

        if (customers < 30)
        {
            warnings.Add(new Issue("few_customers", "data", "Fewer than 30 customers: read the standard errors before the estimates.", Severity.Warning));
        }

        FittedParameter[] parameters = [.. names.Select((name, i) => new FittedParameter(name, values[i], covariance is null ? null : Math.Sqrt(covariance[i, i])))];
        return (values, new ModelFit(model, unit, parameters, -value, customers, warnings) { LogCovariance = InLogs(covariance, values) });
    }

    private static double[,] Hessian(Objective negative, double[] log, double[] values)
    {
        int n = log.Length;
        double[,] hessian = new double[n, n];
        double[] up = new double[n], down = new double[n], at = [.. log];
        for (int i = 0; i < n; i++)
        {
            double h = 1e-4 * values[i];
            at[i] = Math.Log(values[i] + h);
            negative(at, up);
            up[i] *= values[i] / (values[i] + h);
            at[i] = Math.Log(values[i] - h);
            negative(at, down);
            down[i] *= values[i] / (values[i] - h);
            at[i] = log[i];
            for (int j = 0; j < n; j++)
            {
                hessian[i, j] = (up[j] - down[j]) / (2 * h * values[j]);
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                hessian[i, j] = hessian[j, i] = (hessian[i, j] + hessian[j, i]) / 2;
            }
        }

        return hessian;
    }

    private static double[,]? InLogs(double[,]? covariance, double[] values)
    {
        if (covariance is null)
        {
            return null;
        }

        double[,] logs = new double[values.Length, values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            for (int j = 0; j < values.Length; j++)
            {
                logs[i, j] = covariance[i, j] / (values[i] * values[j]);
            }
        }

        return logs;
    }
}
