using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies.Internal;
using NodaTime;

namespace EcomOps.Rules.DecisionSets.Internal;

internal sealed class CompiledRule
{
    public required string Id { get; init; }

    /// <summary>Position among the flattened rules of the document.</summary>
    public required int Order { get; init; }

    public required FlatRule Source { get; init; }

    public required ConditionPart[] Parts { get; init; }

    public required OutcomePlan Then { get; init; }

    public ScorePlan? Score { get; init; }

    public int Priority { get; init; }

    public Instant From { get; init; } = Instant.MinValue;

    public Instant Until { get; init; } = Instant.MaxValue;

    public bool IsShadow { get; init; }

    /// <summary>Indexes of the attributes that the condition, the outcome and the score read; an entry may repeat.</summary>
    public IEnumerable<int> Attributes => Parts.SelectMany(p => p.Attributes).Concat(Then.Values.SelectMany(v => v.Attributes)).Concat(Score?.Attributes ?? []);

    public bool IsActive(Instant at) => at >= From && (at < Until || Until == Instant.MaxValue);

    public bool HasTag(IReadOnlySet<string>? tags)
    {
        if (tags is null)
        {
            return true;
        }

        foreach (string tag in Source.Tags)
        {
            if (tags.Contains(tag))
            {
                return true;
            }
        }

        return false;
    }

    // False settles the rule. An absent attribute settles it as well: whatever the other conjuncts are, the rule cannot apply. Unknown wins
    // over error, since the value to be fetched may make the conjunct false.
    public Truth Evaluate(FactFrame frame)
    {
        Truth result = Truth.True;
        RuleError? error = null;
        int needs = frame.Needs.Count;
        foreach (ConditionPart part in Parts)
        {
            frame.Budget -= part.Cost;
            Truth truth = frame.Budget < 0 ? frame.OverBudget() : part.Evaluate(frame);
            if (truth == Truth.True)
            {
                continue;
            }

            if (truth is Truth.False or Truth.Absent)
            {
                if (frame.Needs.Count > needs)
                {
                    frame.Needs.RemoveRange(needs, frame.Needs.Count - needs);
                }

                return truth;
            }

            if (truth == Truth.Unknown)
            {
                result = Truth.Unknown;
            }
            else if (frame.Error!.Kind == RuleErrorKind.Budget)
            {
                return Truth.Error;
            }
            else if (result == Truth.True)
            {
                result = Truth.Error;
                error = frame.Error;
            }
        }

        if (result == Truth.Error)
        {
            frame.Error = error;
        }

        return result;
    }
}
