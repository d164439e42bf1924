using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Segments;

/// <summary>Customers by segment at one day.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RfmSegmentation
{
    private readonly int[] _segmentOf;
    private readonly Dictionary<string, int> _position;

    private RfmSegmentation(RfmScores scores, RfmRuleSet rules, string[] segments, int[] segmentOf, SegmentTotal[] totals)
    {
        Scores = scores;
        Rules = rules;
        Segments = segments;
        _segmentOf = segmentOf;
        Totals = totals;
        _position = new Dictionary<string, int>(scores.Count, StringComparer.Ordinal);
        for (int i = 0; i < scores.Count; i++)
        {
            _position[scores[i].CustomerId] = i;
        }
    }

    /// <summary>The scores behind it.</summary>
    public RfmScores Scores { get; }

    /// <summary>The rule set.</summary>
    public RfmRuleSet Rules { get; }

    /// <summary>Segment names in rule order, <see cref="RfmRuleSet.Unassigned"/> last.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>Totals by segment, in that order, empty segments included.</summary>
    public IReadOnlyList<SegmentTotal> Totals { get; }

    /// <summary>Every customer with segment, in customer order.</summary>
    public IEnumerable<(RfmScore Customer, string Segment)> Customers => Enumerable.Range(0, _segmentOf.Length).Select(i => (Scores[i], Segments[_segmentOf[i]]));

    /// <summary>Briefs of the segments that have customers, largest value first.</summary>
    public IReadOnlyList<(CampaignBrief Brief, SegmentTotal Total)> Briefs =>
        [.. Totals.Where(t => t.Customers > 0 && Rules.Briefs.ContainsKey(t.Segment)).OrderByDescending(t => t.Monetary.Amount).Select(t => (Rules.Briefs[t.Segment], t))];

    /// <summary>Segment of a customer.</summary>
    /// <param name="customerId">Customer.</param>
    /// <returns>Segment; null when the customer was not scored.</returns>
    public string? SegmentOf(string customerId) => _position.TryGetValue(customerId, out int i) ? Segments[_segmentOf[i]] : null;

    internal static RfmSegmentation Of(RfmScores scores, RfmRuleSet rules)
    {
        string[] segments = [.. rules.Segments];
        Dictionary<string, int> index = segments.Index().ToDictionary(s => s.Item, s => s.Index, StringComparer.Ordinal);
        int[] segmentOf = new int[scores.Count];
        int[] customers = new int[segments.Length];
        long[] recency = new long[segments.Length], frequency = new long[segments.Length];
        decimal[] value = new decimal[segments.Length];
        Currency currency = Currency.None;
        for (int i = 0; i < scores.Count; i++)
        {
            RfmScore score = scores[i];
            int s = index[rules.SegmentOf(score)];
            segmentOf[i] = s;
            customers[s]++;
            recency[s] += score.RecencyDays;
            frequency[s] += score.Frequency;
            value[s] += score.Monetary.Amount;
            currency = score.Monetary.Currency;
        }

        decimal all = value.Sum();
        SegmentTotal[] totals =
        [
            .. segments.Select((name, s) => new SegmentTotal(
                name, customers[s], scores.Count == 0 ? 0 : (double)customers[s] / scores.Count, new Money(value[s], currency), all == 0 ? null : (double)(value[s] / all),
                customers[s] == 0 ? null : (double)recency[s] / customers[s], customers[s] == 0 ? null : (double)frequency[s] / customers[s])),
        ];
        return new RfmSegmentation(scores, rules, segments, segmentOf, totals);
    }
}
