using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Vocabularies;
using NodaTime;

namespace EcomOps.Rules.Shadow;

/// <summary>Runs a candidate version beside the live one: the live decision is returned, differences are counted and sampled.</summary>
/// <remarks>
/// Thread-safe. A candidate that throws or fails is counted and never disturbs the live decision. Samples are the first differences of each
/// kind, so that a rare kind is not crowded out; they hold facts, so keep the object where those may be kept.
/// </remarks>
public sealed class ShadowComparison
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Live, string Candidate), ShadowCell> _cells = [];
    private readonly int _samples;
    private long _total;
    private long _differing;
    private long _crashed;

    /// <summary>Puts a candidate beside a live set.</summary>
    /// <param name="live">Set whose decisions count.</param>
    /// <param name="candidate">Set to try.</param>
    /// <param name="samplesPerKind">Most samples of each pair of outcomes; 0 or more, default 5.</param>
    public ShadowComparison(RuleSet live, RuleSet candidate, int samplesPerKind = 5)
    {
        ArgumentNullException.ThrowIfNull(live);
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentOutOfRangeException.ThrowIfNegative(samplesPerKind);
        Live = live;
        Candidate = candidate;
        _samples = samplesPerKind;
    }

    /// <summary>The set whose decisions count.</summary>
    public RuleSet Live { get; }

    /// <summary>The set on trial.</summary>
    public RuleSet Candidate { get; }

    /// <summary>Decides with the live set and compares the candidate.</summary>
    /// <typeparam name="TFacts">Type of the facts.</typeparam>
    /// <param name="facts">Facts.</param>
    /// <param name="at">Evaluation instant.</param>
    /// <returns>The live decision.</returns>
    public Decision Evaluate<TFacts>(TFacts facts, Instant at)
        where TFacts : notnull
    {
        Decision live = Live.Evaluate(facts, at);
        Decision? candidate = null;
        try
        {
            candidate = Candidate.Evaluate(facts, at);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            Interlocked.Increment(ref _crashed);
        }

        if (candidate is not null)
        {
            Count(live, candidate, facts);
        }

        return live;
    }

    /// <summary>What was seen so far.</summary>
    /// <returns>A copy that later evaluations do not change.</returns>
    public ShadowReport Report()
    {
        lock (_gate)
        {
            return new ShadowReport(_total, _differing, Interlocked.Read(ref _crashed),
                [.. _cells.OrderByDescending(c => c.Value.Count).ThenBy(c => c.Key.Live, StringComparer.Ordinal).ThenBy(c => c.Key.Candidate, StringComparer.Ordinal)
                    .Select(c => new ShadowDifference(c.Key.Live, c.Key.Candidate, c.Value.Count, [.. c.Value.Samples]))]);
        }
    }

    private void Count<TFacts>(Decision live, Decision candidate, TFacts facts)
        where TFacts : notnull
    {
        string before = Describe(live);
        string after = Describe(candidate);
        lock (_gate)
        {
            _total++;
            if (before == after)
            {
                return;
            }

            _differing++;
            if (!_cells.TryGetValue((before, after), out ShadowCell? cell))
            {
                _cells[(before, after)] = cell = new ShadowCell();
            }

            cell.Count++;
            if (cell.Samples.Count < _samples)
            {
                cell.Samples.Add(new ShadowSample(facts, live, candidate));
            }
        }
    }

    private static string Describe(Decision decision) => decision switch
    {
        Decided d => d.Outcome.ToString(),
        NoMatch => "(no match)",
        Conflict => "(conflict)",
        Residual => "(residual)",
        _ => "(failed)",
    };

    private sealed class ShadowCell
    {
        public long Count { get; set; }

        public List<ShadowSample> Samples { get; } = [];
    }
}
