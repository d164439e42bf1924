using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Internal;
using EcomOps.Analytics.Ltv.Internal;

namespace EcomOps.Analytics.Ltv;

/// <summary>A purchase model whose purchase rate and leaving depend on characteristics of customers that do not change, such as the acquisition channel as 0 or 1.</summary>
/// <typeparam name="TModel">The model of customers with the same characteristics.</typeparam>
/// <remarks>
/// Fader and Hardie (2007), "Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD models". Characteristics are
/// best near 0 to 1 or standardised. Immutable and thread-safe.
/// </remarks>
public abstract class CovariateModel<TModel>
    where TModel : PurchaseModel
{
    private readonly double[] _onRate;
    private readonly double[] _onLeaving;

    private protected CovariateModel(TModel reference, CovariateFit fit)
    {
        (Reference, Effects, Estimate, Plain) = (reference, fit.Effects, fit.Estimate, fit.Plain);
        _onRate = [.. Effects.Select(e => e.OnRate)];
        _onLeaving = [.. Effects.Select(e => e.OnLeaving)];
    }

    /// <summary>The model of customers whose characteristics are all 0.</summary>
    public TModel Reference { get; }

    /// <summary>Effects in the order of the given names.</summary>
    public IReadOnlyList<CovariateEffect> Effects { get; }

    /// <summary>The fit: the four parameters of the reference, then the factors exp of the effects on the rate and exp of the effects on leaving.</summary>
    public ModelFit Estimate { get; }

    /// <summary>The fit to the same customers without characteristics.</summary>
    public ModelFit Plain { get; }

    /// <summary>Twice the gain in log-likelihood over <see cref="Plain"/>; 0 or more.</summary>
    public double LikelihoodRatio => Math.Max(0, 2 * (Estimate.LogLikelihood - Plain.LogLikelihood));

    /// <summary>Probability of such a gain when no characteristic matters: chi-square with two degrees of freedom a characteristic (Wilks 1938). Null when a fit lies at the edge, where that does not hold.</summary>
    public double? PValue => Estimate.IsDegenerate || Plain.IsDegenerate ? null : Distributions.ChiSquareUpper(LikelihoodRatio, 2 * Effects.Count);

    /// <summary>The model of customers with given characteristics.</summary>
    /// <param name="characteristics">One number an effect, in order.</param>
    /// <returns>A model with their parameters, without estimate.</returns>
    /// <exception cref="ArgumentException">The count differs, a number is not finite, or so large that no parameter is left.</exception>
    public TModel For(IReadOnlyList<double> characteristics)
    {
        ArgumentNullException.ThrowIfNull(characteristics);
        if (characteristics.Count != Effects.Count || !characteristics.All(double.IsFinite))
        {
            throw new ArgumentException($"Give {Effects.Count} finite numbers, one for each of {string.Join(", ", Effects.Select(e => e.Name))}.", nameof(characteristics));
        }

        double rate = 0, leaving = 0;
        for (int j = 0; j < _onRate.Length; j++)
        {
            rate += _onRate[j] * characteristics[j];
            leaving += _onLeaving[j] * characteristics[j];
        }

        return With(rate, leaving);
    }

    /// <summary>Probability that each customer has not left.</summary>
    /// <param name="customers">Histories in the unit, and by the calendar, of the fit.</param>
    /// <param name="characteristics">For each history one number an effect.</param>
    /// <returns>0 to 1, one figure a row.</returns>
    /// <exception cref="ArgumentException">The counts, the unit or the calendar differ, or a characteristic is not finite.</exception>
    public double[] ProbabilityAlive(RepeatSummaries customers, IReadOnlyList<IReadOnlyList<double>> characteristics) =>
        Each(customers, characteristics, (model, customer) => model.ProbabilityAlive(customer));

    /// <summary>Expected purchases of each customer.</summary>
    /// <param name="customers">Histories in the unit, and by the calendar, of the fit.</param>
    /// <param name="characteristics">For each history one number an effect.</param>
    /// <param name="horizon">Length of the future in that unit; 0 or more.</param>
    /// <returns>E[purchases in (T, T + horizon] given the history], one figure a row.</returns>
    /// <exception cref="ArgumentException">The counts, the unit or the calendar differ, or a characteristic is not finite.</exception>
    public double[] ExpectedPurchases(RepeatSummaries customers, IReadOnlyList<IReadOnlyList<double>> characteristics, double horizon) =>
        Each(customers, characteristics, (model, customer) => model.ExpectedPurchases(customer, horizon));

    // The reference with the logarithm of the purchase rate, and of leaving, raised by so much.
    private protected abstract TModel With(double onRate, double onLeaving);

    private double[] Each(RepeatSummaries customers, IReadOnlyList<IReadOnlyList<double>> characteristics, Func<TModel, RepeatSummary, double> figure)
    {
        ArgumentNullException.ThrowIfNull(characteristics);
        Reference.RequireUnit(customers);
        if (customers.Calendar != Estimate.Calendar)
        {
            throw new ArgumentException("The histories count time by another activity calendar than the model was fitted with.", nameof(customers));
        }

        if (characteristics.Count != customers.Items.Count)
        {
            throw new ArgumentException($"Give characteristics for each of the {customers.Items.Count} histories.", nameof(characteristics));
        }

        return [.. customers.Items.Select((customer, i) => figure(For(characteristics[i]), customer))];
    }
}
