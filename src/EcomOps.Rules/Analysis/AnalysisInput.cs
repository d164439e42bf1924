using EcomOps.Rules.Cel;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Analysis;

/// <summary>What the analysis across rules works on: a domain, rules and a hit policy.</summary>
/// <remarks>The domain is every assignment of values that the vocabulary's types, limits and grids allow and its constraints accept.</remarks>
public sealed record AnalysisInput
{
    /// <summary>Domain of the inputs. <c>now</c> and <c>today</c> are always there.</summary>
    public required Vocabulary Domain { get; init; }

    /// <summary>Hit policy.</summary>
    public required HitPolicyKind HitPolicy { get; init; }

    /// <summary>Rules in document order.</summary>
    public required IReadOnlyList<AnalysisRule> Rules { get; init; }

    /// <summary>Whether there is an outcome when no rule matches, which rules out a gap.</summary>
    public bool HasDefault { get; init; }

    /// <summary>Variables of the document by name.</summary>
    public IReadOnlyDictionary<string, CelNode> Variables { get; init; } = new Dictionary<string, CelNode>();

    /// <summary>ISO 4217 code of bare amounts; amounts of money are taken to be in this currency. Null for none.</summary>
    public string? Currency { get; init; }
}
