using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Explanation;

/// <summary>One condition of a rule (a top-level conjunct) with what it saw.</summary>
public sealed record ConditionExplanation
{
    /// <summary>Stable code, <c>ruleId#2</c>: the rule and the position of the condition from 1.</summary>
    public required string Code { get; init; }

    /// <summary>CEL source.</summary>
    public required string Source { get; init; }

    /// <summary>Result.</summary>
    public required ConditionResult Result { get; init; }

    /// <summary>Attributes that the condition reads, with their values as text; <c>(absent)</c>, <c>(not fetched)</c> and <c>(missing)</c> say what is not there.</summary>
    public required ValueList<KeyValuePair<string, string>> Operands { get; init; }

    /// <inheritdoc />
    public override string ToString()
    {
        string operands = string.Join(", ", Operands.Select(o => o.Key + " = " + o.Value));
        return $"{Source}: {Result.ToString().ToLowerInvariant()}" + (operands.Length == 0 ? "" : $" ({operands})");
    }
}
