using EcomOps.Analytics.Recommendations.Internal;

namespace EcomOps.Analytics.Recommendations;

/// <summary>Judges recommenders offline, on purchases that they could not know.</summary>
/// <remarks>What a customer did not buy may still have been a good recommendation: offline figures compare models; what one earns is shown by an experiment. Pure; thread-safe.</remarks>
public static class RecommendationEvaluation
{
    /// <summary>Fits models to the earlier purchases and judges them, beside popularity, by the later ones.</summary>
    /// <param name="split">Purchases split by time.</param>
    /// <param name="models">Each fits a model, for example <c>t => ItemNeighbours.Fit(t)</c>.</param>
    /// <param name="k">Length of the lists, 1 or more; 10 by default.</param>
    /// <param name="values">Prices and margins by item, one currency; null when not known. Items without an entry count nothing.</param>
    /// <param name="cancellationToken">Stops between models and customers.</param>
    /// <returns>The report; all figures 0 when no customer has anything to foresee.</returns>
    /// <exception cref="ArgumentOutOfRangeException">k is below 1.</exception>
    /// <exception cref="ArgumentException">Values are in several currencies, or a model was fitted to something else.</exception>
    public static RecommendationReport Evaluate(
        HoldoutSplit split, IReadOnlyList<Func<Interactions, IRecommender>> models, int k = 10, IReadOnlyDictionary<string, ItemValue>? values = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(models);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        if (values is not null && values.Values.Select(v => v.Price.Currency).Concat(values.Values.Where(v => v.Margin is not null).Select(v => v.Margin!.Value.Currency)).Distinct().Skip(1).Any())
        {
            throw new ArgumentException("Prices and margins must all be in one currency.", nameof(values));
        }

        List<RecommendationQuality> rows = [];
        double[]? baseline = null;
        foreach (Func<Interactions, IRecommender> fit in models.Prepend(PopularityModel.Fit))
        {
            IRecommender model = fit(split.Train);
            if (model.FittedTo != split.Train)
            {
                throw new ArgumentException($"{model.Name} was not fitted to the split's training interactions.", nameof(models));
            }

            ModelJudge judge = new(model, k, values);
            foreach (HeldOutCustomer customer in split.Customers)
            {
                cancellationToken.ThrowIfCancellationRequested();
                judge.Add(customer);
            }

            baseline ??= judge.NdcgByCustomer;
            rows.Add(judge.Quality(baseline));
        }

        return new RecommendationReport(k, split.Customers.Count, rows);
    }
}
