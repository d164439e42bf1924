using System.Text;
using EcomOps.Rules.DecisionSets;

namespace EcomOps.Rules.Explanation;

/// <summary>A decision with why it came about.</summary>
/// <param name="Decision">The decision; its trace is set.</param>
public sealed record DecisionExplanation(Decision Decision)
{
    /// <summary>Every rule in document order.</summary>
    public IReadOnlyList<RuleExplanation> Rules => Decision.Trace!.Rules;

    /// <summary>The rule that came nearest to matching, or null.</summary>
    public NearestMiss? NearestMiss => Decision.Trace!.NearestMiss;

    /// <summary>The decision, the nearest miss, then each rule with its conditions.</summary>
    /// <returns>Text with line feeds.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(Decision.Set).Append(": ").Append(Decision switch
        {
            Decided { IsDefault: true } d => $"default {d.Outcome}",
            Decided d => $"{d.Outcome} by {string.Join(", ", d.Matched.Select(m => m.Id))}",
            Conflict c => $"conflict between {string.Join(", ", c.Rules)}",
            Residual r => $"needs {string.Join(", ", r.Needs)}",
            Failed f => $"failed in {f.Rule}: {f.Error.Message}",
            _ => "no rule matches",
        }).Append('\n');
        if (NearestMiss is { } miss)
        {
            text.Append("Nearest miss: ").Append(miss.Rule).Append(", ").Append(miss.Sentence).Append('\n');
        }

        return text.Append(Decision.Trace).ToString();
    }
}
