using EcomOps.Core;
using EcomOps.Rules.Building;
using EcomOps.Rules.DecisionSets.Internal;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Explanation;
using EcomOps.Rules.Vocabularies;
using EcomOps.Rules.Vocabularies.Internal;
using NodaTime;

namespace EcomOps.Rules.DecisionSets;

/// <summary>A compiled decision set: a pure function from facts to a decision.</summary>
/// <remarks>Immutable and thread-safe. Load once, evaluate from anywhere; a changed document is a new set with another content hash.</remarks>
public sealed class RuleSet
{
    private readonly DecisionEngine _engine;
    private readonly DateTimeZone _zone;
    private readonly long _budget;

    internal RuleSet(RuleSetDocument document, Vocabulary vocabulary, RuleSetIdentity identity, DecisionEngine engine, IReadOnlyList<string> fetched)
    {
        Document = document;
        Vocabulary = vocabulary;
        Identity = identity;
        FetchedAttributes = fetched;
        _engine = engine;
        _zone = DateTimeZoneProviders.Tzdb[document.Zone];
        _budget = document.Budget ?? DefaultBudget;
    }

    /// <summary>Cost budget of one decision when the document names none: 1,000,000 nodes.</summary>
    public const long DefaultBudget = 1_000_000;

    /// <summary>The model with imports resolved.</summary>
    public RuleSetDocument Document { get; }

    /// <summary>The vocabulary of the facts.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Id, version, content hash and list versions, as decisions carry them.</summary>
    public RuleSetIdentity Identity { get; }

    /// <summary>Attributes declared as fetched that some rule reads, in ordinal order: what a host may fetch ahead.</summary>
    public IReadOnlyList<string> FetchedAttributes { get; }

    /// <summary>Reads, checks and compiles a file; tables and imports may lie in the same folder.</summary>
    /// <param name="path">YAML or JSON file.</param>
    /// <param name="vocabulary">Vocabulary of the facts.</param>
    /// <param name="options">Lists, imports and files; <c>null</c> for none.</param>
    /// <returns>The compiled set.</returns>
    /// <exception cref="RuleSetException">The document has errors: all of them, with line and column.</exception>
    /// <exception cref="EcomOpsException"><c>rule_set_unreadable</c>: the file cannot be read.</exception>
    public static RuleSet Load(string path, Vocabulary vocabulary, RuleSetOptions? options = null) =>
        RuleSetFiles.Read(path, vocabulary, options).Require();

    /// <summary>As <see cref="Load(string, Vocabulary, RuleSetOptions)"/>, but returns the problems instead of throwing them.</summary>
    /// <param name="path">YAML or JSON file.</param>
    /// <param name="vocabulary">Vocabulary of the facts.</param>
    /// <param name="options">Lists, imports and files; <c>null</c> for none.</param>
    /// <returns>Set or problems.</returns>
    /// <exception cref="EcomOpsException"><c>rule_set_unreadable</c>: the file cannot be read.</exception>
    public static RuleSetResult Check(string path, Vocabulary vocabulary, RuleSetOptions? options = null) =>
        RuleSetFiles.Read(path, vocabulary, options);

    /// <summary>Reads, checks and compiles a text.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="vocabulary">Vocabulary of the facts.</param>
    /// <param name="options">Name, lists, imports and files; <c>null</c> for none.</param>
    /// <returns>Set or problems.</returns>
    public static RuleSetResult Parse(string text, Vocabulary vocabulary, RuleSetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return RuleSetCompilation.Parse(text, vocabulary, options ?? RuleSetOptions.Default);
    }

    /// <summary>Checks and compiles a model.</summary>
    /// <param name="document">Model.</param>
    /// <param name="vocabulary">Vocabulary of the facts.</param>
    /// <param name="options">Lists and imports; <c>null</c> for none.</param>
    /// <returns>Set or problems; problems have paths but no places.</returns>
    public static RuleSetResult Compile(RuleSetDocument document, Vocabulary vocabulary, RuleSetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return RuleSetCompilation.Compile(document, vocabulary, options ?? RuleSetOptions.Default);
    }

    /// <summary>Starts a set in C# over facts that bring their vocabulary.</summary>
    /// <typeparam name="TFacts">Type of the facts.</typeparam>
    /// <typeparam name="TOutcome">Type of the outcome.</typeparam>
    /// <param name="id">Id of the set.</param>
    /// <param name="policy">Hit policy.</param>
    /// <param name="shape">Shape of the outcome; null for the natural one of a simple type or enumeration.</param>
    /// <returns>A builder.</returns>
    public static RuleSetBuilder<TFacts, TOutcome> For<TFacts, TOutcome>(string id, HitPolicy policy, OutcomeShape<TOutcome>? shape = null)
        where TFacts : IFacts<TFacts> => new(id, policy, TFacts.Vocabulary, shape ?? OutcomeShape<TOutcome>.Natural());

    /// <summary>Starts a set in C# over a vocabulary.</summary>
    /// <typeparam name="TFacts">Type of the facts.</typeparam>
    /// <typeparam name="TOutcome">Type of the outcome.</typeparam>
    /// <param name="id">Id of the set.</param>
    /// <param name="policy">Hit policy.</param>
    /// <param name="vocabulary">Vocabulary.</param>
    /// <param name="shape">Shape of the outcome; null for the natural one of a simple type or enumeration.</param>
    /// <returns>A builder.</returns>
    public static RuleSetBuilder<TFacts, TOutcome> For<TFacts, TOutcome>(string id, HitPolicy policy, Vocabulary<TFacts> vocabulary, OutcomeShape<TOutcome>? shape = null)
        where TFacts : notnull => new(id, policy, vocabulary, shape ?? OutcomeShape<TOutcome>.Natural());

    /// <summary>Decides about one input.</summary>
    /// <typeparam name="TFacts">The vocabulary's type of facts, or <see cref="Facts"/>.</typeparam>
    /// <param name="facts">Facts.</param>
    /// <param name="at">Evaluation instant: the fact <c>now</c>, and what windows are compared with.</param>
    /// <param name="options">Trace and tags; null for neither.</param>
    /// <returns>The decision; the same for the same facts and instant.</returns>
    /// <exception cref="ArgumentException">The facts are of another type than the vocabulary's.</exception>
    public Decision Evaluate<TFacts>(TFacts facts, Instant at, EvaluationOptions? options = null)
        where TFacts : notnull
    {
        FactFrame frame = FramePool.Rent(facts, Vocabulary);
        try
        {
            frame.Now = at;
            frame.Today = at.InZone(_zone).Date;
            frame.Zone = _zone;
            frame.Budget = _budget;
            return _engine.Decide(frame, Identity, at, options ?? EvaluationOptions.Default);
        }
        finally
        {
            FramePool.Return(frame);
        }
    }

    /// <summary>Decides about one input and says why each rule did or did not apply.</summary>
    /// <typeparam name="TFacts">The vocabulary's type of facts, or <see cref="Facts"/>.</typeparam>
    /// <param name="facts">Facts.</param>
    /// <param name="at">Evaluation instant.</param>
    /// <returns>The decision, each rule condition by condition with the values, and the nearest miss.</returns>
    /// <exception cref="ArgumentException">The facts are of another type than the vocabulary's.</exception>
    public DecisionExplanation Explain<TFacts>(TFacts facts, Instant at)
        where TFacts : notnull => new(Evaluate(facts, at, EvaluationOptions.WithTrace));

    /// <summary>Decides, fetching what the decision needs and nothing else.</summary>
    /// <typeparam name="TFacts">The vocabulary's type of facts, or <see cref="Facts"/>.</typeparam>
    /// <param name="facts">Facts known so far.</param>
    /// <param name="at">Evaluation instant.</param>
    /// <param name="fetch">Fetches the attributes named and returns facts that hold them.</param>
    /// <param name="cancellationToken">Token.</param>
    /// <returns>The decision; <see cref="Residual"/> only when a fetch did not bring what it was asked for.</returns>
    /// <exception cref="ArgumentException">The facts are of another type than the vocabulary's.</exception>
    public async ValueTask<Decision> EvaluateAsync<TFacts>(
        TFacts facts, Instant at, Func<TFacts, IReadOnlyList<string>, CancellationToken, ValueTask<TFacts>> fetch, CancellationToken cancellationToken = default)
        where TFacts : notnull
    {
        ArgumentNullException.ThrowIfNull(fetch);
        HashSet<string> asked = new(StringComparer.Ordinal);
        while (true)
        {
            Decision decision = Evaluate(facts, at);
            if (decision is not Residual residual || residual.Needs.All(asked.Contains))
            {
                return decision;
            }

            asked.UnionWith(residual.Needs);
            facts = await fetch(facts, residual.Needs, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Id, version and the first digits of the hash.</summary>
    /// <returns>As <see cref="RuleSetIdentity.ToString"/>.</returns>
    public override string ToString() => Identity.ToString();
}
