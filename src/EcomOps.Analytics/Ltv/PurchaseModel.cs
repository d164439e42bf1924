using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Internal;
using EcomOps.Analytics.Ltv.Internal;

namespace EcomOps.Analytics.Ltv;

/// <summary>A model of repeat purchases and of leaving, for customers without contract.</summary>
/// <remarks>Models are immutable and thread-safe. All results are finite for every valid history.</remarks>
public abstract class PurchaseModel
{
    private protected PurchaseModel(TimeUnit unit, ModelFit? estimate) => (Unit, Estimate) = (unit, estimate);

    /// <summary>Name in the literature.</summary>
    public abstract string Name { get; }

    /// <summary>Unit of recency, age and horizon.</summary>
    public TimeUnit Unit { get; }

    /// <summary>The fit behind the model; null when its parameters were given.</summary>
    public ModelFit? Estimate { get; }

    /// <summary>Parameters in the order of the model's symbols, all above 0.</summary>
    public abstract IReadOnlyList<double> Parameters { get; }

    /// <summary>Natural logarithm of the likelihood of one history.</summary>
    /// <param name="customer">History; its weight plays no part.</param>
    /// <returns>A finite number.</returns>
    /// <exception cref="ArgumentException">It is no history: negative or not finite numbers, or a recency above the age.</exception>
    public abstract double LogLikelihood(RepeatSummary customer);

    /// <summary>Probability that the customer has not left.</summary>
    /// <param name="customer">History.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentException">It is no history: negative or not finite numbers, or a recency above the age.</exception>
    public abstract double ProbabilityAlive(RepeatSummary customer);

    /// <summary>Expected purchases after the end of observation.</summary>
    /// <param name="customer">History.</param>
    /// <param name="horizon">Length of the future in the model's unit; 0 or more.</param>
    /// <returns>E[purchases in (T, T + horizon] given the history].</returns>
    /// <exception cref="ArgumentException">It is no history, or the horizon is negative or not finite.</exception>
    public abstract double ExpectedPurchases(RepeatSummary customer, double horizon);

    /// <summary>Expected repeat purchases of a customer acquired at time 0, without history.</summary>
    /// <param name="horizon">Length in the model's unit; 0 or more.</param>
    /// <returns>E[X(horizon)].</returns>
    public abstract double ExpectedPurchases(double horizon);

    /// <summary>Expected purchases of every customer.</summary>
    /// <param name="customers">Histories in the model's unit.</param>
    /// <param name="horizon">Length of the future in that unit.</param>
    /// <returns>One figure a row.</returns>
    /// <exception cref="ArgumentException">The unit or the calendar of the histories is not the model's.</exception>
    public double[] ExpectedPurchases(RepeatSummaries customers, double horizon)
    {
        RequireUnit(customers);
        return [.. customers.Items.Select(c => ExpectedPurchases(c, horizon))];
    }

    /// <summary>The same model with other parameters, for example drawn from the uncertainty of a fit.</summary>
    /// <param name="parameters">Parameters in order, all above 0.</param>
    /// <returns>A model without estimate.</returns>
    public abstract PurchaseModel With(IReadOnlyList<double> parameters);

    /// <summary>Models whose parameters are drawn from the uncertainty of the fit (normal in the logarithms).</summary>
    /// <param name="count">Number of draws; 1 or more.</param>
    /// <param name="seed">Seed; the same seed gives the same draws.</param>
    /// <returns>Models; empty when the fit has no standard errors.</returns>
    public IReadOnlyList<PurchaseModel> Draws(int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Estimate?.LogCovariance is { } covariance && SymmetricMatrix.Cholesky(covariance) is { } factor
            ? [.. ParameterDraws.Draw(Parameters, factor, count, seed).Select(With)]
            : [];
    }

    // Times of one possible future's purchases within the horizon, given the history.
    internal abstract IEnumerable<double> Future(RepeatSummary customer, double horizon, FutureDraws draws);

    internal void RequireUnit(RepeatSummaries customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (customers.Unit != Unit)
        {
            throw new ArgumentException($"The model counts time in {Unit}, the histories in {customers.Unit}; summarise them in the model's unit.", nameof(customers));
        }

        if (Estimate is { } fit && fit.Calendar != customers.Calendar)
        {
            throw new ArgumentException("The histories count time by another activity calendar than the model was fitted with; summarise them with the calendar of its estimate.", nameof(customers));
        }
    }

    internal static void RequirePositive(double value, string name)
    {
        if (!(value > 0) || !double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "The parameter must be a number above 0.");
        }
    }

    private protected static void RequireHorizon(double horizon)
    {
        if (!(horizon >= 0) || !double.IsFinite(horizon))
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "The horizon must be 0 or more.");
        }
    }
}
