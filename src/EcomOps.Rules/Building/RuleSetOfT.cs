using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Explanation;
using NodaTime;

namespace EcomOps.Rules.Building;

/// <summary>A rule set typed from facts to outcome.</summary>
/// <typeparam name="TFacts">Type of the facts.</typeparam>
/// <typeparam name="TOutcome">Type of the outcome.</typeparam>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RuleSet<TFacts, TOutcome>
    where TFacts : notnull
{
    private readonly OutcomeShape<TOutcome> _shape;

    /// <summary>Types a set, for example one that was loaded from a file.</summary>
    /// <param name="set">Set over the facts' vocabulary.</param>
    /// <param name="shape">Shape of the outcome; null for <see cref="OutcomeShape{TOutcome}.Natural"/>.</param>
    /// <exception cref="ArgumentException">The set reads other facts or its outcome has another type.</exception>
    public RuleSet(RuleSet set, OutcomeShape<TOutcome>? shape = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        _shape = shape ?? OutcomeShape<TOutcome>.Natural();
        if (set.Vocabulary.FactsType != typeof(TFacts))
        {
            throw new ArgumentException($"The set reads facts of {set.Vocabulary.FactsType?.Name ?? "named values"}, not {typeof(TFacts).Name}.", nameof(set));
        }

        if (!_shape.Type.Equals(set.Document.Outcome))
        {
            throw new ArgumentException($"The set's outcome is {set.Document.Outcome?.ToString() ?? "not declared"}, but {typeof(TOutcome).Name} stands for {_shape.Type}.", nameof(set));
        }

        Set = set;
    }

    /// <summary>The set without the outcome's type.</summary>
    public RuleSet Set { get; }

    /// <summary>Decides about one input.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="at">Evaluation instant.</param>
    /// <param name="options">Trace and tags; null for neither.</param>
    /// <returns>The decision; an outcome comes as <see cref="Decided{TOutcome}"/>, but for collecting sets.</returns>
    public Decision Evaluate(TFacts facts, Instant at, EvaluationOptions? options = null)
    {
        Decision decision = Set.Evaluate(facts, at, options);
        return decision is Decided decided && decided.Outcome.Value is not IReadOnlyList<Outcome>
            ? new Decided<TOutcome>(decided, _shape.Read(decided.Outcome))
            : decision;
    }

    /// <summary>Decides and says why each rule did or did not apply.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="at">Evaluation instant.</param>
    /// <returns>The explanation.</returns>
    public DecisionExplanation Explain(TFacts facts, Instant at) => Set.Explain(facts, at);
}
