using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Internal;
using EcomOps.Analytics.Ltv.Internal;

namespace EcomOps.Analytics.Ltv;

/// <summary>Pareto / NBD model: Poisson purchases with gamma rates; customers leave after exponential times with gamma rates.</summary>
/// <remarks>
/// Schmittlein, Morrison and Colombo (1987). The likelihood is evaluated by quadrature over the time of leaving, which is
/// equal to the published hypergeometric form and stays accurate where that one overflows or cancels.
/// </remarks>
public sealed class ParetoNbdModel : PurchaseModel
{
    private static readonly string[] Names = ["r", "alpha", "s", "beta"];

    /// <summary>A model with given parameters.</summary>
    /// <param name="r">Shape of the purchase rates, above 0.</param>
    /// <param name="alpha">Scale of the purchase rates in time units, above 0.</param>
    /// <param name="s">Shape of the leaving rates, above 0.</param>
    /// <param name="beta">Scale of the leaving rates in time units, above 0.</param>
    /// <param name="unit">Time unit; weeks by default.</param>
    public ParetoNbdModel(double r, double alpha, double s, double beta, TimeUnit unit = TimeUnit.Week)
        : this(r, alpha, s, beta, unit, null)
    {
    }

    private ParetoNbdModel(double r, double alpha, double s, double beta, TimeUnit unit, ModelFit? fit)
        : base(unit, fit)
    {
        RequirePositive(r, nameof(r));
        RequirePositive(alpha, nameof(alpha));
        RequirePositive(s, nameof(s));
        RequirePositive(beta, nameof(beta));
        (R, Alpha, S, Beta) = (r, alpha, s, beta);
    }

    /// <summary>Shape of the purchase rates.</summary>
    public double R { get; }

    /// <summary>Scale of the purchase rates.</summary>
    public double Alpha { get; }

    /// <summary>Shape of the leaving rates.</summary>
    public double S { get; }

    /// <summary>Scale of the leaving rates.</summary>
    public double Beta { get; }

    /// <inheritdoc />
    public override string Name => "Pareto/NBD";

    /// <inheritdoc />
    public override IReadOnlyList<double> Parameters => [R, Alpha, S, Beta];

    /// <summary>Fits by maximum likelihood.</summary>
    /// <param name="customers">Histories.</param>
    /// <param name="start">Start values of r, alpha, s and beta; chosen from the data when null.</param>
    /// <returns>The fitted model; see <see cref="PurchaseModel.Estimate"/> for errors and warnings.</returns>
    /// <exception cref="ArgumentException">There is no customer.</exception>
    public static ParetoNbdModel Fit(RepeatSummaries customers, IReadOnlyList<double>? start = null)
    {
        RepeatRows rows = RepeatRows.Of(customers);
        (double[] from, double[,]? inverse) = start is null ? rows.Warm(Negative, [0.5, rows.MeanAge / 3, 0.5, rows.MeanAge / 3]) : ([.. start], null);
        (double[] p, ModelFit fit) = LikelihoodFit.Run("Pareto/NBD", customers.Unit, Names, Negative(rows), from, rows.Customers, inverse);
        return new ParetoNbdModel(p[0], p[1], p[2], p[3], customers.Unit, fit with { Calendar = customers.Calendar });
    }

    /// <inheritdoc />
    public override double LogLikelihood(RepeatSummary customer)
    {
        customer.Require();
        int x = customer.Frequency;
        double common = Special.LogGamma(R + x) - Special.LogGamma(R) + (R * Math.Log(Alpha)) + (S * Math.Log(Beta));
        return common + Special.LogSumExp(LogStays(customer), LogLeft(customer));
    }

    /// <inheritdoc />
    public override double ProbabilityAlive(RepeatSummary customer)
    {
        customer.Require();
        return Special.Logistic(LogLeft(customer) - LogStays(customer));
    }

    /// <inheritdoc />
    public override double ExpectedPurchases(RepeatSummary customer, double horizon)
    {
        RequireHorizon(horizon);
        return (R + customer.Frequency) / (Alpha + customer.Age) * TimeAlive(Beta + customer.Age, horizon) * ProbabilityAlive(customer);
    }

    /// <inheritdoc />
    public override double ExpectedPurchases(double horizon)
    {
        RequireHorizon(horizon);
        return R / Alpha * TimeAlive(Beta, horizon);
    }

    /// <inheritdoc />
    public override PurchaseModel With(IReadOnlyList<double> parameters) => new ParetoNbdModel(parameters[0], parameters[1], parameters[2], parameters[3], Unit);

    internal override IEnumerable<double> Future(RepeatSummary customer, double horizon, FutureDraws draws) => draws.Chance(ProbabilityAlive(customer))
        ? draws.Purchases(draws.Gamma(R + customer.Frequency, Alpha + customer.Age), Math.Min(horizon, draws.Exponential(draws.Gamma(S, Beta + customer.Age))), leave: 0)
        : [];

    private static Objective Negative(RepeatRows rows) => (at, gradient) =>
    {
        double r = Math.Exp(at[0]), alpha = Math.Exp(at[1]), s = Math.Exp(at[2]), beta = Math.Exp(at[3]);
        double lgR = Special.LogGamma(r), psiR = Special.Digamma(r), sum = 0, dr = 0, dAlpha = 0, ds = 0, dBeta = 0, lg = 0, psi = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            int x = rows.Frequency[i];
            if (i == 0 || x != rows.Frequency[i - 1])
            {
                (lg, psi) = (Special.LogGamma(r + x) - lgR, Special.Digamma(r + x) - psiR);
            }

            double age = rows.Age[i], w = rows.Weight[i], p = r + x, logA = Math.Log(alpha + age), logB = Math.Log(beta + age);
            ParetoIntegral left = ParetoIntegral.Compute(r, alpha, s, beta, x, rows.Recency[i], age, GaussLegendre.Ten, moments: true);
            double odds = at[2] + left.Log + (p * logA) + (s * logB), e = Math.Exp(-Math.Abs(odds));
            double gone = odds > 0 ? 1 / (1 + e) : e / (1 + e), stays = 1 - gone;
            sum += w * (lg + (r * at[1]) + (s * at[3]) - (p * logA) - (s * logB) + Math.Max(odds, 0) + Math.Log(1 + e));
            dr += w * (psi + at[1] - (stays * logA) - (gone * left.LogAlpha));
            dAlpha += w * ((r / alpha) - (p * ((stays / (alpha + age)) + (gone * left.InverseAlpha))));
            ds += w * (at[3] - (stays * logB) + (gone * ((1 / s) - left.LogBeta)));
            dBeta += w * ((s / beta) - (stays * s / (beta + age)) - (gone * (s + 1) * left.InverseBeta));
        }

        gradient[0] = -dr * r;
        gradient[1] = -dAlpha * alpha;
        gradient[2] = -ds * s;
        gradient[3] = -dBeta * beta;
        return -sum;
    };

    // Expected time alive within the horizon: (from/(s-1)) (1 - (from/(from+h))^(s-1)), with its logarithmic limit at s = 1.
    private double TimeAlive(double from, double horizon)
    {
        double log = Math.Log(1 + (horizon / from)), power = S - 1;
        return from * (power == 0 ? log : -Special.Expm1(-power * log) / power);
    }

    private double LogStays(RepeatSummary c) => (-(R + c.Frequency) * Math.Log(Alpha + c.Age)) - (S * Math.Log(Beta + c.Age));

    private double LogLeft(RepeatSummary c) =>
        Math.Log(S) + ParetoIntegral.Compute(R, Alpha, S, Beta, c.Frequency, c.Recency, c.Age, GaussLegendre.Twenty, moments: false).Log;
}
