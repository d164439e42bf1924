using EcomOps.Rules.Documents.Internal;

namespace EcomOps.Rules.Documents;

/// <summary>A rule set as an author writes it: the one model behind YAML, JSON, decision tables and the C# builder.</summary>
/// <remarks>Equal by content. Immutable and thread-safe. Nothing in it has been checked against a vocabulary; <c>RuleSet.Compile</c> does that.</remarks>
public sealed record RuleSetDocument
{
    /// <summary>The dialect of our types and functions on top of CEL; the default.</summary>
    public const string EcomOpsDialect = "ecomops/1";

    /// <summary>CEL without our additions.</summary>
    public const string PlainDialect = "cel";

    /// <summary>Identifier: parts of letters, digits, <c>_</c>, <c>-</c> and <c>.</c> joined by slashes.</summary>
    public required string Id { get; init; }

    /// <summary>Version number; 1 or more, default 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Title for people, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Who answers for the set, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Expression dialect: <see cref="EcomOpsDialect"/> (default) or <see cref="PlainDialect"/>.</summary>
    public string Dialect { get; init; } = EcomOpsDialect;

    /// <summary>Vocabulary and its major version, <c>payments.checkout/3</c>; null accepts the vocabulary given at load.</summary>
    public string? Facts { get; init; }

    /// <summary>IANA time zone of days, <c>today</c> and windows; default <c>UTC</c>.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>ISO 4217 code of bare numbers beside money, or null when none are allowed.</summary>
    public string? Currency { get; init; }

    /// <summary>How one decision is made of several matches; default first.</summary>
    public HitPolicy HitPolicy { get; init; } = HitPolicy.First;

    /// <summary>Member of the outcome that an accumulating set folds; null for a simple outcome and for count.</summary>
    public string? Fold { get; init; }

    /// <summary>Value that a sum starts from; null means 0.</summary>
    public RuleValue? Base { get; init; }

    /// <summary>CEL score of rules without an own one, under <see cref="HitPolicyKind.Best"/>; or null.</summary>
    public string? Score { get; init; }

    /// <summary>Whether <see cref="HitPolicyKind.Collect"/> returns outcomes by priority instead of in document order.</summary>
    public bool OrderByPriority { get; init; }

    /// <summary>Type of outcomes; null infers it from the rules' literals.</summary>
    public OutcomeType? Outcome { get; init; }

    /// <summary>What an evaluation error does; default fail.</summary>
    public ErrorPolicy OnError { get; init; }

    /// <summary>Cost budget of one decision in nodes; null means 1,000,000, at most 10,000,000.</summary>
    public long? Budget { get; init; }

    /// <summary>Tags of the set.</summary>
    public ValueList<string> Tags { get; init; } = [];

    /// <summary>Imports: <c>other-set#variables</c>, <c>other-set#lists</c>.</summary>
    public ValueList<string> Use { get; init; } = [];

    /// <summary>Variables in document order; one may use those before it and after it, but not in a circle.</summary>
    public ValueList<RuleVariable> Variables { get; init; } = [];

    /// <summary>Lists that conditions name.</summary>
    public ValueList<ListDefinition> Lists { get; init; } = [];

    /// <summary>Rules in document order; those of decision tables come where the table stands.</summary>
    public ValueList<RuleDefinition> Rules { get; init; } = [];

    /// <summary>Outcome when nothing matches; null for none.</summary>
    public RuleValue? Default { get; init; }

    /// <summary>Examples.</summary>
    public ValueList<RuleTest> Tests { get; init; } = [];

    /// <summary>Canonical JSON: sorted members, normalised numbers, no white space; members at their default are left out. Reading it gives an equal document.</summary>
    /// <returns>The text.</returns>
    public string ToJson() => CanonicalJson.Write(this);

    /// <summary>SHA-256 of the canonical JSON in UTF-8.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public string ComputeContentHash() => CanonicalJson.Hash(ToJson());

    /// <summary>The rules that hold an outcome, in document order, with what they inherit.</summary>
    /// <returns>Flat rules; a rule without an outcome and without nested rules is among them.</returns>
    public IReadOnlyList<FlatRule> Flatten() => RuleFlattening.Flatten(Rules);
}
