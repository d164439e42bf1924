using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Internal;
using EcomOps.Analytics.Ltv.Internal;

namespace EcomOps.Analytics.Ltv;

/// <summary>Beta-geometric / beta-binomial model for discrete opportunities (yearly donations, campaigns): at each the customer buys or not, and may have left before it.</summary>
/// <remarks>Fader, Hardie and Shang (2010). Recency and age are whole numbers of opportunities.</remarks>
public sealed class BgBbModel : PurchaseModel
{
    private static readonly string[] Names = ["alpha", "beta", "gamma", "delta"];

    /// <summary>A model with given parameters.</summary>
    /// <param name="alpha">First parameter of the chance to buy, above 0.</param>
    /// <param name="beta">Second parameter of the chance to buy, above 0.</param>
    /// <param name="gamma">First parameter of the chance to leave, above 0.</param>
    /// <param name="delta">Second parameter of the chance to leave, above 0.</param>
    public BgBbModel(double alpha, double beta, double gamma, double delta)
        : this(alpha, beta, gamma, delta, null)
    {
    }

    private BgBbModel(double alpha, double beta, double gamma, double delta, ModelFit? fit)
        : base(TimeUnit.Period, fit)
    {
        RequirePositive(alpha, nameof(alpha));
        RequirePositive(beta, nameof(beta));
        RequirePositive(gamma, nameof(gamma));
        RequirePositive(delta, nameof(delta));
        (Alpha, Beta, Gamma, Delta) = (alpha, beta, gamma, delta);
    }

    /// <summary>First parameter of the chance to buy.</summary>
    public double Alpha { get; }

    /// <summary>Second parameter of the chance to buy.</summary>
    public double Beta { get; }

    /// <summary>First parameter of the chance to leave.</summary>
    public double Gamma { get; }

    /// <summary>Second parameter of the chance to leave.</summary>
    public double Delta { get; }

    /// <inheritdoc />
    public override string Name => "BG/BB";

    /// <inheritdoc />
    public override IReadOnlyList<double> Parameters => [Alpha, Beta, Gamma, Delta];

    /// <summary>Fits by maximum likelihood.</summary>
    /// <param name="customers">Histories in <see cref="TimeUnit.Period"/>: purchases, opportunity of the last one (0 without), opportunities; with weights.</param>
    /// <param name="start">Start values in order; 1, 1, 0.5 and 3 when null.</param>
    /// <returns>The fitted model.</returns>
    /// <exception cref="ArgumentException">The unit is not periods, there is no customer, or a history has more purchases than opportunities up to the last one.</exception>
    public static BgBbModel Fit(RepeatSummaries customers, IReadOnlyList<double>? start = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (customers.Unit != TimeUnit.Period)
        {
            throw new ArgumentException("BG/BB counts opportunities; give histories in periods.", nameof(customers));
        }

        RepeatRows rows = RepeatRows.Of(customers);
        foreach (RepeatSummary row in customers.Items)
        {
            Check(row);
        }

        (double[] p, ModelFit fit) = LikelihoodFit.Run("BG/BB", TimeUnit.Period, Names, BgBbLikelihood.Negative(rows), [.. start ?? [1, 1, 0.5, 3]], rows.Customers);
        return new BgBbModel(p[0], p[1], p[2], p[3], fit);
    }

    /// <inheritdoc />
    public override double LogLikelihood(RepeatSummary customer)
    {
        Check(customer);
        return BgBbLikelihood.Log(Alpha, Beta, Gamma, Delta, customer.Frequency, (int)customer.Recency, (int)customer.Age);
    }

    /// <summary>Probability to be active at the next opportunity, n + 1.</summary>
    /// <param name="customer">History.</param>
    /// <returns>0 to 1.</returns>
    public override double ProbabilityAlive(RepeatSummary customer)
    {
        Check(customer);
        int x = customer.Frequency, n = (int)customer.Age;
        return Math.Exp(Special.LogBeta(Alpha + x, Beta + n - x) - Special.LogBeta(Alpha, Beta)
            + Special.LogBeta(Gamma, Delta + n + 1) - Special.LogBeta(Gamma, Delta) - LogLikelihood(customer));
    }

    /// <inheritdoc />
    public override double ExpectedPurchases(RepeatSummary customer, double horizon)
    {
        Check(customer);
        RequireHorizon(horizon);
        int x = customer.Frequency, n = (int)customer.Age;
        return Math.Exp(Special.LogBeta(Alpha + x + 1, Beta + n - x) - Special.LogBeta(Alpha, Beta) - LogLikelihood(customer)) * Survival(n, (int)horizon);
    }

    /// <inheritdoc />
    public override double ExpectedPurchases(double horizon)
    {
        RequireHorizon(horizon);
        return Alpha / (Alpha + Beta) * Survival(0, (int)horizon);
    }

    /// <inheritdoc />
    public override PurchaseModel With(IReadOnlyList<double> parameters) => new BgBbModel(parameters[0], parameters[1], parameters[2], parameters[3]);

    // Alive at opportunity n + 1, as ProbabilityAlive means it, the chance to buy is Beta(alpha + x, beta + n - x), the chance to leave Beta(gamma, delta + n + 1).
    internal override IEnumerable<double> Future(RepeatSummary customer, double horizon, FutureDraws draws)
    {
        double n = customer.Age, buys = draws.Beta(Alpha + customer.Frequency, Beta + n - customer.Frequency);
        bool alive = draws.Chance(ProbabilityAlive(customer));
        double leaves = draws.Beta(Gamma, Delta + n + 1);
        for (int k = 1; alive && k <= (int)horizon; k++)
        {
            if (draws.Chance(buys))
            {
                yield return k;
            }

            alive = !draws.Chance(leaves);
        }
    }

    private static void Check(RepeatSummary row)
    {
        if (!row.IsHistory || row.Frequency > row.Recency || row.Recency != Math.Floor(row.Recency) || row.Age != Math.Floor(row.Age) || (row.Frequency == 0 && row.Recency > 0) || row.Recency > row.Age)
        {
            throw new ArgumentException($"{row.Frequency} purchases with the last at opportunity {row.Recency} of {row.Age} cannot be.", nameof(row));
        }
    }

    private double Survival(int done, int horizon)
    {
        double sum = 0, log = Special.LogBeta(Gamma, Delta);
        for (int k = 1; k <= horizon; k++)
        {
            sum += Math.Exp(Special.LogBeta(Gamma, Delta + done + k) - log);
        }

        return sum;
    }
}
