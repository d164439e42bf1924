using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Internal;
using EcomOps.Analytics.Ltv.Internal;

namespace EcomOps.Analytics.Ltv;

/// <summary>Negative binomial model: purchases as a Poisson process with gamma-distributed rates; nobody ever leaves.</summary>
/// <remarks>Ehrenberg (1959). A baseline: it overstates the future of customers who have left.</remarks>
public sealed class NbdModel : PurchaseModel
{
    private static readonly string[] Names = ["r", "alpha"];

    /// <summary>A model with given parameters.</summary>
    /// <param name="r">Shape of the rates, above 0.</param>
    /// <param name="alpha">Scale of the rates in time units, above 0.</param>
    /// <param name="unit">Time unit; weeks by default.</param>
    public NbdModel(double r, double alpha, TimeUnit unit = TimeUnit.Week)
        : this(r, alpha, unit, null)
    {
    }

    private NbdModel(double r, double alpha, TimeUnit unit, ModelFit? fit)
        : base(unit, fit)
    {
        RequirePositive(r, nameof(r));
        RequirePositive(alpha, nameof(alpha));
        (R, Alpha) = (r, alpha);
    }

    /// <summary>Shape of the rates.</summary>
    public double R { get; }

    /// <summary>Scale of the rates.</summary>
    public double Alpha { get; }

    /// <inheritdoc />
    public override string Name => "NBD";

    /// <inheritdoc />
    public override IReadOnlyList<double> Parameters => [R, Alpha];

    /// <summary>Fits by maximum likelihood.</summary>
    /// <param name="customers">Histories.</param>
    /// <param name="start">Start values of r and alpha; chosen from the data when null.</param>
    /// <returns>The fitted model.</returns>
    /// <exception cref="ArgumentException">There is no customer.</exception>
    public static NbdModel Fit(RepeatSummaries customers, IReadOnlyList<double>? start = null)
    {
        RepeatRows rows = RepeatRows.Of(customers);
        (double[] p, ModelFit fit) = LikelihoodFit.Run("NBD", customers.Unit, Names, Negative(rows), [.. start ?? [0.5, rows.MeanAge / 3]], rows.Customers);
        return new NbdModel(p[0], p[1], customers.Unit, fit with { Calendar = customers.Calendar });
    }

    /// <inheritdoc />
    public override double LogLikelihood(RepeatSummary customer)
    {
        customer.Require();
        return Special.LogGamma(R + customer.Frequency) - Special.LogGamma(R) + (R * Math.Log(Alpha)) - ((R + customer.Frequency) * Math.Log(Alpha + customer.Age));
    }

    /// <summary>Always 1: the model knows no leaving.</summary>
    /// <param name="customer">History.</param>
    /// <returns>1.</returns>
    public override double ProbabilityAlive(RepeatSummary customer)
    {
        customer.Require();
        return 1;
    }

    /// <inheritdoc />
    public override double ExpectedPurchases(RepeatSummary customer, double horizon)
    {
        customer.Require();
        RequireHorizon(horizon);
        return (R + customer.Frequency) / (Alpha + customer.Age) * horizon;
    }

    /// <inheritdoc />
    public override double ExpectedPurchases(double horizon)
    {
        RequireHorizon(horizon);
        return R / Alpha * horizon;
    }

    /// <inheritdoc />
    public override PurchaseModel With(IReadOnlyList<double> parameters) => new NbdModel(parameters[0], parameters[1], Unit);

    internal override IEnumerable<double> Future(RepeatSummary customer, double horizon, FutureDraws draws) =>
        draws.Purchases(draws.Gamma(R + customer.Frequency, Alpha + customer.Age), horizon, leave: 0);

    private static Objective Negative(RepeatRows rows) => (at, gradient) =>
    {
        double r = Math.Exp(at[0]), alpha = Math.Exp(at[1]), lgR = Special.LogGamma(r), psiR = Special.Digamma(r);
        double sum = 0, dr = 0, da = 0, lg = 0, psi = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            int x = rows.Frequency[i];
            if (i == 0 || x != rows.Frequency[i - 1])
            {
                (lg, psi) = (Special.LogGamma(r + x) - lgR, Special.Digamma(r + x) - psiR);
            }

            double w = rows.Weight[i], log = Math.Log(alpha + rows.Age[i]);
            sum += w * (lg + (r * at[1]) - ((r + x) * log));
            dr += w * (psi + at[1] - log);
            da += w * ((r / alpha) - ((r + x) / (alpha + rows.Age[i])));
        }

        gradient[0] = -dr * r;
        gradient[1] = -da * alpha;
        return -sum;
    };
}
