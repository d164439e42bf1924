namespace EcomOps.Analytics.Recommendations;

/// <summary>What most customers bought, the same for everybody: the baseline that every other model has to beat.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class PopularityModel : IRecommender
{
    private PopularityModel(Interactions interactions) => FittedTo = interactions;

    /// <inheritdoc />
    public string Name => "Popularity";

    /// <inheritdoc />
    public Interactions FittedTo { get; }

    /// <summary>Counts the buyers of each item.</summary>
    /// <param name="interactions">Who bought what.</param>
    /// <returns>The model.</returns>
    public static PopularityModel Fit(Interactions interactions)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        return new PopularityModel(interactions);
    }

    /// <inheritdoc />
    public void Score(ReadOnlySpan<int> history, Span<double> scores)
    {
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = FittedTo.BuyersOf(i);
        }
    }
}
