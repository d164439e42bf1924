using EcomOps.Rules.Analysis.Internal;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Analysis;

/// <summary>Compares which inputs rules of two versions of a set match.</summary>
/// <remarks>Not thread-safe. Both versions must be over one vocabulary.</remarks>
public sealed class AreaComparison
{
    private readonly RuleSpace _space;
    private readonly Dictionary<string, int> _before;
    private readonly Dictionary<string, int> _after;

    private AreaComparison(RuleSpace space, Dictionary<string, int> before, Dictionary<string, int> after)
    {
        _space = space;
        _before = before;
        _after = after;
    }

    /// <summary>Puts two versions over one domain.</summary>
    /// <param name="before">Old version.</param>
    /// <param name="after">New version; its vocabulary, variables and currency count for its own rules.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <returns>The comparison.</returns>
    public static AreaComparison Of(AnalysisInput before, AnalysisInput after, AnalysisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        RuleSpace space = RuleAnalyzer.Space(before, after, options ?? new AnalysisOptions());
        return new AreaComparison(
            space,
            before.Rules.Select((r, i) => (r.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal),
            after.Rules.Select((r, i) => (r.Id, i)).ToDictionary(p => p.Id, p => p.i + before.Rules.Count, StringComparer.Ordinal));
    }

    /// <summary>Compares the inputs that two rules match.</summary>
    /// <param name="before">Id of a rule of the old version, or null for none.</param>
    /// <param name="after">Id of a rule of the new version, or null for none.</param>
    /// <returns>Inputs lost and gained, with an example of each; null when an id is unknown.</returns>
    public AreaChange? Compare(string? before, string? after)
    {
        int old = -1;
        int young = -1;
        if ((before is not null && !_before.TryGetValue(before, out old)) || (after is not null && !_after.TryGetValue(after, out young)))
        {
            return null;
        }

        (Answer lost, AnalysisWitness? lostAt) = Ask(old, young);
        (Answer gained, AnalysisWitness? gainedAt) = Ask(young, old);
        return new AreaChange(lost == Answer.No && gained == Answer.No, lost == Answer.Unknown || gained == Answer.Unknown, lostAt, gainedAt);
    }

    private (Answer Answer, AnalysisWitness? Witness) Ask(int matching, int failing)
    {
        if (matching < 0)
        {
            return (Answer.No, null);
        }

        List<Nnf> question = [_space.Areas[matching]];
        if (failing >= 0)
        {
            question.Add(_space.Areas[failing].Negation);
        }

        Answer answer = _space.Ask(question);
        return (answer, answer == Answer.Yes ? _space.Witness([matching], failing >= 0 ? [failing] : [], withCalls: true) : null);
    }
}
