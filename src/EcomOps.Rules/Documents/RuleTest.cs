using NodaTime;

namespace EcomOps.Rules.Documents;

/// <summary>An example inside a document: given these facts at this instant, expect this decision.</summary>
public sealed record RuleTest
{
    /// <summary>Name, unique in the document.</summary>
    public required string Name { get; init; }

    /// <summary>Evaluation instant; null means 2026-01-01T00:00:00Z.</summary>
    public Instant? At { get; init; }

    /// <summary>Facts, nested or by dotted path; what is left out is absent (optional attributes) or an error (required ones that a rule reads).</summary>
    public MapValue Given { get; init; } = MapValue.Empty;

    /// <summary>What the decision must show.</summary>
    public required TestExpectation Expect { get; init; }
}
