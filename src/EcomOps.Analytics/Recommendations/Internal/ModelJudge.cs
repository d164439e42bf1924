using EcomOps.Core;

namespace EcomOps.Analytics.Recommendations.Internal;

internal sealed class ModelJudge(IRecommender model, int k, IReadOnlyDictionary<string, ItemValue>? values)
{
    private readonly HashSet<int> _shown = [];
    private readonly List<double> _ndcg = [];
    private double _precision;
    private double _recall;
    private double _averagePrecision;
    private int _withHit;
    private decimal _valueFound;
    private decimal _valueWanted;
    private decimal _marginFound;
    private decimal _marginWanted;
    private decimal _marginShown;
    private decimal _priceShown;
    private long _valued;

    public double[] NdcgByCustomer => [.. _ndcg];

    public void Add(HeldOutCustomer customer)
    {
        List<(int Item, double Score)> top = model.Top([.. customer.Known], k);
        string[] ranked = [.. top.Select(t => model.FittedTo.Items[t.Item])];
        HashSet<string> relevant = new(customer.Later, StringComparer.Ordinal);
        _precision += RankingMetrics.Precision(ranked, relevant, k);
        _recall += RankingMetrics.Recall(ranked, relevant, k);
        _averagePrecision += RankingMetrics.AveragePrecision(ranked, relevant, k);
        _ndcg.Add(RankingMetrics.Ndcg(ranked, relevant, k));
        _withHit += ranked.Any(relevant.Contains) ? 1 : 0;
        _shown.UnionWith(top.Select(t => t.Item));
        _valueFound += ranked.Where(relevant.Contains).Sum(Price);
        _valueWanted += customer.Later.Sum(Price);
        _marginFound += ranked.Where(relevant.Contains).Sum(item => Margin(item) ?? 0);
        _marginWanted += customer.Later.Sum(item => Margin(item) ?? 0);
        foreach (string item in ranked)
        {
            if (Margin(item) is { } margin)
            {
                _valued++;
                _marginShown += margin;
                _priceShown += Price(item);
            }
        }
    }

    public RecommendationQuality Quality(double[] baseline)
    {
        int n = Math.Max(1, _ndcg.Count);
        return new RecommendationQuality(model.Name)
        {
            Precision = _precision / n,
            Recall = _recall / n,
            MeanAveragePrecision = _averagePrecision / n,
            Ndcg = _ndcg.Sum() / n,
            HitRate = (double)_withHit / n,
            Coverage = model.FittedTo.Items.Count == 0 ? 0 : (double)_shown.Count / model.FittedTo.Items.Count,
            RevenueRecall = _valueWanted > 0 ? (double)(_valueFound / _valueWanted) : null,
            MarginRecall = _marginWanted > 0 ? (double)(_marginFound / _marginWanted) : null,
            AverageMargin = _valued > 0 ? new Money(_marginShown, values!.Values.First().Price.Currency).Divide(_valued, MoneyRounding.HalfEven) : null,
            MarginShare = _priceShown > 0 ? (double)(_marginShown / _priceShown) : null,
            NdcgGain = Gain(baseline),
        };
    }

    private (double Mean, double Low, double High) Gain(double[] baseline)
    {
        int n = _ndcg.Count;
        if (n < 2)
        {
            return (0, 0, 0);
        }

        double[] gains = [.. _ndcg.Zip(baseline, static (x, y) => x - y)];
        double mean = gains.Average(), deviation = Math.Sqrt(gains.Sum(g => (g - mean) * (g - mean)) / (n - 1));
        double half = 1.959963984540054 * deviation / Math.Sqrt(n);
        return (mean, mean - half, mean + half);
    }

    private decimal? Margin(string item) => values?.TryGetValue(item, out ItemValue value) == true ? value.Margin?.Amount : null;

    private decimal Price(string item) => values?.TryGetValue(item, out ItemValue value) == true ? value.Price.Amount : 0;
}
