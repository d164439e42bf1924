using System.Linq.Expressions;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Building;

/// <summary>One rule of a set in C#.</summary>
/// <typeparam name="TFacts">Type of the facts.</typeparam>
/// <typeparam name="TOutcome">Type of the outcome.</typeparam>
/// <remarks>Ended by <see cref="Then(TOutcome)"/>. Not thread-safe.</remarks>
public sealed class RuleBuilder<TFacts, TOutcome>
    where TFacts : notnull
{
    private readonly RuleSetBuilder<TFacts, TOutcome> _set;
    private readonly List<string> _conditions = [];
    private RuleDefinition _rule;

    internal RuleBuilder(RuleSetBuilder<TFacts, TOutcome> set, string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        _set = set;
        _rule = new RuleDefinition { Id = id };
    }

    /// <summary>Adds a condition; several must all hold.</summary>
    /// <param name="condition">A lambda over members that the vocabulary declares.</param>
    /// <returns>This rule.</returns>
    public RuleBuilder<TFacts, TOutcome> When(Expression<Func<TFacts, bool>> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        _conditions.Add(_set.Translate(condition, _rule.Id));
        return this;
    }

    /// <summary>Adds a condition; several must all hold.</summary>
    /// <param name="condition">CEL source.</param>
    /// <returns>This rule.</returns>
    public RuleBuilder<TFacts, TOutcome> When(string condition)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(condition);
        _conditions.Add(condition);
        return this;
    }

    /// <summary>Sets the score under <c>best</c>.</summary>
    /// <param name="score">CEL source of a number or of money.</param>
    /// <returns>This rule.</returns>
    public RuleBuilder<TFacts, TOutcome> Score(string score)
    {
        _rule = _rule with { Score = score };
        return this;
    }

    /// <summary>Changes any other member of the rule: title, priority, window, mode, tags, owner.</summary>
    /// <param name="change">From the rule so far to the changed one.</param>
    /// <returns>This rule.</returns>
    public RuleBuilder<TFacts, TOutcome> With(Func<RuleDefinition, RuleDefinition> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        _rule = change(_rule);
        return this;
    }

    /// <summary>Sets the outcome and ends the rule.</summary>
    /// <param name="outcome">Outcome.</param>
    /// <returns>The set's builder.</returns>
    public RuleSetBuilder<TFacts, TOutcome> Then(TOutcome outcome) => _set.Add(Finished(), outcome);

    /// <summary>Sets an outcome with CEL in it and ends the rule.</summary>
    /// <param name="outcome">Literal; texts that begin with an equals sign are CEL.</param>
    /// <returns>The set's builder.</returns>
    public RuleSetBuilder<TFacts, TOutcome> ThenLiteral(RuleValue outcome) => _set.Add(Finished(), outcome);

    private RuleDefinition Finished() => _rule with
    {
        When = _conditions.Count switch
        {
            0 => null,
            1 => _conditions[0],
            _ => string.Join(" && ", _conditions.Select(c => "(" + c + ")")),
        },
    };
}
