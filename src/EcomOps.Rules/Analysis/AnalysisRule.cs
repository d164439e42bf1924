using EcomOps.Rules.Cel;
using EcomOps.Rules.Documents;
using NodaTime;

namespace EcomOps.Rules.Analysis;

/// <summary>One rule as the analysis sees it.</summary>
public sealed record AnalysisRule
{
    private readonly IReadOnlyList<CelNode> _conditions = [];

    /// <summary>Id, unique in the set.</summary>
    public required string Id { get; init; }

    /// <summary>Conditions that must all hold, parsed; none means always.</summary>
    public required IReadOnlyList<CelNode> Conditions
    {
        get => _conditions;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _conditions = value;
            Conjuncts = [.. value.SelectMany(c => CelBinary.Flatten(c, CelOperator.And))];
        }
    }

    /// <summary>The conjuncts of the conditions in source order; findings name them by their position in this list.</summary>
    public IReadOnlyList<CelNode> Conjuncts { get; private init; } = [];

    /// <summary>Outcome; equal values are the same outcome.</summary>
    public required RuleValue Outcome { get; init; }

    /// <summary>Priority, larger first; default 0.</summary>
    public int Priority { get; init; }

    /// <summary>First instant at which the rule applies, or null.</summary>
    public Instant? From { get; init; }

    /// <summary>First instant at which the rule no longer applies, or null.</summary>
    public Instant? Until { get; init; }

    /// <summary>Parses a condition.</summary>
    /// <param name="id">Id.</param>
    /// <param name="when">CEL source.</param>
    /// <param name="outcome">Outcome.</param>
    /// <param name="priority">Priority.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">The source is no expression.</exception>
    public static AnalysisRule Parse(string id, string when, RuleValue outcome, int priority = 0)
    {
        CelParseResult parsed = CelParser.Parse(when);
        return parsed.IsSuccess
            ? new AnalysisRule { Id = id, Conditions = [parsed.Root], Outcome = outcome, Priority = priority }
            : throw new ArgumentException($"Rule '{id}': {parsed.Diagnostics[0].Message}", nameof(when));
    }
}
