using EcomOps.Analytics.Customers;

namespace EcomOps.Analytics.Ltv.Internal;

// A fit with characteristics, its effects, and the one without to compare with.
internal sealed record CovariateFit(double[] Values, ModelFit Estimate, ModelFit Plain, IReadOnlyList<CovariateEffect> Effects)
{
    public static CovariateFit Run(
        string model, string[] symbols, PurchaseModel plain, Func<CustomerKernel> kernel, RepeatSummaries customers, IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<double>> characteristics, IReadOnlyList<double>? start)
    {
        int k = names.Count;
        string[] parameters = [.. symbols, .. names.Select(n => "rate x " + n), .. names.Select(n => "leaving x " + n)];
        if (start is not null && start.Count != parameters.Length)
        {
            throw new ArgumentException($"Give {parameters.Length} start values: {string.Join(", ", parameters)}.", nameof(start));
        }

        double[] from = start is null ? [.. plain.Parameters.Select(value => Math.Clamp(value, 1e-3, 1e3)), .. Enumerable.Repeat(1.0, 2 * k)] : [.. start];
        (double[] p, ModelFit fit) = LikelihoodFit.Run(model, customers.Unit, parameters, CovariateLikelihood.Negative(customers, characteristics, kernel()), from, plain.Estimate!.Customers);
        double? Error(int i) => fit.LogCovariance is { } covariance ? Math.Sqrt(covariance[i, i]) : null;
        return new CovariateFit(
            p,
            fit with { Calendar = customers.Calendar },
            plain.Estimate,
            [.. names.Select((name, j) => new CovariateEffect(name, Math.Log(p[4 + j]), Error(4 + j), Math.Log(p[4 + k + j]), Error(4 + k + j)))]);
    }
}
