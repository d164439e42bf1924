namespace EcomOps.Analytics.Recommendations.Internal;

internal sealed class FallbackRecommender(IRecommender first, IRecommender second) : IRecommender
{
    public string Name => $"{first.Name}, then {second.Name}";

    public Interactions FittedTo => first.FittedTo;

    public void Score(ReadOnlySpan<int> history, Span<double> scores)
    {
        second.Score(history, scores);
        double highest = 0;
        foreach (double score in scores)
        {
            highest = Math.Max(highest, score);
        }

        double[] own = new double[scores.Length];
        first.Score(history, own);
        double best = own.Length == 0 ? 0 : own.Max();
        for (int i = 0; i < scores.Length; i++)
        {
            // The first model's scores lie in (1, 2], the second's in (0, 1]: none of the second comes before one of the first.
            scores[i] = own[i] > 0 ? 1 + (own[i] / best) : highest > 0 ? Math.Max(0, scores[i]) / highest : 0;
        }
    }
}
