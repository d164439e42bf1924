using System.Text;
using EcomOps.Rules.Explanation.Internal;

namespace EcomOps.Rules.Explanation;

/// <summary>Why each rule of a set did or did not apply to one input.</summary>
/// <remarks>Holds the facts that conditions read: keep it where those may be kept. Texts are made when they are asked for. Immutable and thread-safe.</remarks>
public sealed class DecisionTrace
{
    private readonly TraceRecord _record;
    private readonly Lazy<IReadOnlyList<RuleExplanation>> _rules;

    internal DecisionTrace(TraceRecord record)
    {
        _record = record;
        _rules = new Lazy<IReadOnlyList<RuleExplanation>>(() => TraceReading.Rules(_record));
    }

    /// <summary>Every rule in document order, those in shadow mode and switched off too.</summary>
    public IReadOnlyList<RuleExplanation> Rules => _rules.Value;

    /// <summary>The rule that came nearest to matching: smallest <see cref="NearestMiss.Relative"/>, ties to document order; null when none failed by one comparison only.</summary>
    public NearestMiss? NearestMiss => Rules.Where(r => r is { Miss: not null, IsShadow: false }).MinBy(r => r.Miss!.Relative)?.Miss;

    /// <summary>All near misses, nearest first.</summary>
    public IReadOnlyList<NearestMiss> NearestMisses => [.. Rules.Where(r => r is { Miss: not null, IsShadow: false }).Select(r => r.Miss!).OrderBy(m => m.Relative)];

    /// <summary>One line per rule and condition.</summary>
    /// <returns>Text with line feeds.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (RuleExplanation rule in Rules)
        {
            text.Append(TraceReading.Mark(rule.Status)).Append(' ').Append(rule.Id);
            if (rule.IsShadow)
            {
                text.Append(" (shadow)");
            }

            text.Append(": ").Append(TraceReading.Describe(rule.Status));
            if (rule.Error is { } error)
            {
                text.Append(": ").Append(error.Message);
            }

            if (rule.Miss is { } miss)
            {
                text.Append("; ").Append(miss.Sentence);
            }

            text.Append('\n');
            foreach (ConditionExplanation condition in rule.Conditions)
            {
                text.Append("    ").Append(condition.Result == ConditionResult.True ? '+' : '-').Append(' ').Append(condition).Append('\n');
            }
        }

        return text.ToString();
    }
}
