using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Internal;
using EcomOps.Analytics.Ltv.Internal;

namespace EcomOps.Analytics.Ltv;

/// <summary>Shifted beta-geometric model of contract renewal: each customer has a constant chance to leave, beta-distributed over customers.</summary>
/// <remarks>Fader and Hardie (2007), "How to project customer retention". Immutable and thread-safe. Period 1 is the first renewal opportunity.</remarks>
public sealed class SbgModel
{
    /// <summary>A model with given parameters.</summary>
    /// <param name="alpha">First parameter of the chance to leave, above 0.</param>
    /// <param name="beta">Second parameter, above 0.</param>
    public SbgModel(double alpha, double beta)
        : this(alpha, beta, null)
    {
    }

    private SbgModel(double alpha, double beta, ModelFit? fit)
    {
        PurchaseModel.RequirePositive(alpha, nameof(alpha));
        PurchaseModel.RequirePositive(beta, nameof(beta));
        (Alpha, Beta, Estimate) = (alpha, beta, fit);
    }

    /// <summary>First parameter of the chance to leave.</summary>
    public double Alpha { get; }

    /// <summary>Second parameter of the chance to leave.</summary>
    public double Beta { get; }

    /// <summary>The fit behind the model; null when its parameters were given.</summary>
    public ModelFit? Estimate { get; }

    /// <summary>Fits by maximum likelihood to one cohort.</summary>
    /// <param name="customers">Customers alive after 0, 1, 2, ... renewals, falling; may be shares times the cohort size.</param>
    /// <param name="start">Start values of alpha and beta; 1 and 1 when null.</param>
    /// <returns>The fitted model.</returns>
    /// <exception cref="ArgumentException">There are fewer than three figures, or they rise or are negative.</exception>
    public static SbgModel Fit(IReadOnlyList<double> customers, IReadOnlyList<double>? start = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (customers.Count < 3 || !(customers[0] > 0) || !double.IsFinite(customers[0]) || Enumerable.Range(1, customers.Count - 1).Any(i => !(customers[i] >= 0) || customers[i] > customers[i - 1]))
        {
            throw new ArgumentException("Give the customers alive after 0, 1, 2, ... renewals: at least three figures, not rising.", nameof(customers));
        }

        double Negative(ReadOnlySpan<double> at, Span<double> gradient)
        {
            double a = Math.Exp(at[0]), b = Math.Exp(at[1]), psiA = Special.Digamma(a), psiB = Special.Digamma(b), psiAb = Special.Digamma(a + b), log = Special.LogBeta(a, b);
            double sum = 0, da = 0, db = 0;
            int last = customers.Count - 1;
            for (int t = 1; t <= last; t++)
            {
                double lost = customers[t - 1] - customers[t], psi = Special.Digamma(a + b + t);
                sum += lost * (Special.LogBeta(a + 1, b + t - 1) - log);
                da += lost * (Special.Digamma(a + 1) - psi - psiA + psiAb);
                db += lost * (Special.Digamma(b + t - 1) - psi - psiB + psiAb);
            }

            double kept = customers[last], end = Special.Digamma(a + b + last);
            sum += kept * (Special.LogBeta(a, b + last) - log);
            da += kept * (psiAb - end);
            db += kept * (Special.Digamma(b + last) - end - psiB + psiAb);
            gradient[0] = -da * a;
            gradient[1] = -db * b;
            return -sum;
        }

        (double[] p, ModelFit fit) = LikelihoodFit.Run("sBG", TimeUnit.Period, ["alpha", "beta"], Negative, [.. start ?? [1, 1]], customers[0]);
        return new SbgModel(p[0], p[1], fit);
    }

    /// <summary>Share of customers alive after a number of renewals.</summary>
    /// <param name="period">Renewals, 0 or more.</param>
    /// <returns>S(period), 0 to 1.</returns>
    public double Survival(int period)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(period);
        return Math.Exp(Special.LogBeta(Alpha, Beta + period) - Special.LogBeta(Alpha, Beta));
    }

    /// <summary>Share that renews at a renewal opportunity among those who reach it; rises over time because leavers leave first.</summary>
    /// <param name="period">1 or more.</param>
    /// <returns>S(period) / S(period - 1).</returns>
    public double RetentionRate(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        return (Beta + period - 1) / (Alpha + Beta + period - 1);
    }

    /// <summary>Discounted number of periods that a new customer stays, the first counted in full.</summary>
    /// <param name="discount">Discount per period, above 0.</param>
    /// <returns>Sum of S(t) / (1 + discount)^t over t from 0.</returns>
    public double DiscountedExpectedLifetime(double discount)
    {
        PurchaseModel.RequirePositive(discount, nameof(discount));
        return Hypergeometric.F(1, Beta, Alpha + Beta, 1 / (1 + discount));
    }

    /// <summary>Discounted number of further periods of a customer in contract period n whose renewal n is not decided yet.</summary>
    /// <param name="renewals">n, 1 or more.</param>
    /// <param name="discount">Discount per period, above 0.</param>
    /// <returns>Sum of S(t) / S(n - 1) / (1 + discount)^(t - n) over t from n.</returns>
    public double DiscountedExpectedResidualLifetime(int renewals, double discount)
    {
        PurchaseModel.RequirePositive(discount, nameof(discount));
        return RetentionRate(renewals) * Hypergeometric.F(1, Beta + renewals, Alpha + Beta + renewals, 1 / (1 + discount));
    }
}
