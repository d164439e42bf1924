using System.Linq.Expressions;
using EcomOps.Core;
using EcomOps.Rules.Building.Internal;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Diagnostics;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Documents.Internal;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Building;

/// <summary>Writes a rule set in C#, typed from facts to outcome; it is the same model as a document.</summary>
/// <typeparam name="TFacts">Type of the facts.</typeparam>
/// <typeparam name="TOutcome">Type of the outcome.</typeparam>
/// <remarks>Lambdas are translated to CEL when they are given; what cannot be translated is an error of <see cref="Build"/>, with all others. Not thread-safe.</remarks>
public sealed class RuleSetBuilder<TFacts, TOutcome>
    where TFacts : notnull
{
    private readonly Vocabulary<TFacts> _vocabulary;
    private readonly OutcomeShape<TOutcome> _shape;
    private readonly List<RuleDefinition> _rules = [];
    private readonly List<RuleVariable> _variables = [];
    private readonly List<NamedList> _lists = [];
    private readonly List<Diagnostic> _problems = [];
    private RuleSetDocument _document;

    internal RuleSetBuilder(string id, HitPolicy policy, Vocabulary<TFacts> vocabulary, OutcomeShape<TOutcome> shape)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(policy);
        _vocabulary = vocabulary;
        _shape = shape;
        _document = new RuleSetDocument { Id = id, HitPolicy = policy, Outcome = shape.Type, Facts = vocabulary.Reference };
    }

    /// <summary>Begins a rule; its <c>Then</c> ends it.</summary>
    /// <param name="id">Id, unique in the set.</param>
    /// <returns>The rule to be described.</returns>
    public RuleBuilder<TFacts, TOutcome> Rule(string id) => new(this, id);

    /// <summary>Sets the outcome when nothing matches.</summary>
    /// <param name="outcome">Outcome.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder<TFacts, TOutcome> Default(TOutcome outcome)
    {
        _document = _document with { Default = _shape.Write(outcome) };
        return this;
    }

    /// <summary>Changes any other member of the document: version, title, zone, currency, fold, error policy.</summary>
    /// <param name="change">From the document so far to the changed one; rules, variables and lists come from this builder.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder<TFacts, TOutcome> With(Func<RuleSetDocument, RuleSetDocument> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        _document = change(_document);
        return this;
    }

    /// <summary>Names an expression.</summary>
    /// <param name="name">Name in conditions.</param>
    /// <param name="expression">CEL source.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder<TFacts, TOutcome> Variable(string name, string expression)
    {
        _variables.Add(new RuleVariable(name, expression));
        return this;
    }

    /// <summary>Supplies a list for <c>list("name")</c>.</summary>
    /// <param name="list">List.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder<TFacts, TOutcome> List(NamedList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        _lists.Add(list);
        return this;
    }

    /// <summary>The document as it would be written to a file.</summary>
    /// <returns>The model; unchecked.</returns>
    public RuleSetDocument ToDocument() => _document with
    {
        Rules = _rules.ToValueList(),
        Variables = _variables.ToValueList(),
        Lists = _lists.Select(l => new ListDefinition { Name = l.Name }).ToValueList(),
    };

    /// <summary>Checks and compiles the set.</summary>
    /// <returns>The typed set.</returns>
    /// <exception cref="RuleSetException">Something is wrong: every problem, lambdas that have no translation among them.</exception>
    public RuleSet<TFacts, TOutcome> Build()
    {
        RuleSetDocument document = ToDocument();
        RuleSetResult result = RuleSet.Compile(document, _vocabulary, new RuleSetOptions { Lists = _lists });
        return _problems.Count > 0
            ? throw new RuleSetException(document.Id, [.. _problems, .. result.Diagnostics])
            : new RuleSet<TFacts, TOutcome>(result.Require(), _shape);
    }

    internal RuleSetBuilder<TFacts, TOutcome> Add(RuleDefinition rule, TOutcome outcome) => Add(rule, _shape.Write(outcome));

    internal RuleSetBuilder<TFacts, TOutcome> Add(RuleDefinition rule, RuleValue outcome)
    {
        _rules.Add(rule with { Then = outcome });
        return this;
    }

    internal string Translate(LambdaExpression lambda, string rule)
    {
        try
        {
            return LambdaTranslator.Translate(lambda, _vocabulary);
        }
        catch (Exception error) when (error is NotSupportedException or System.Reflection.TargetInvocationException or ArgumentException or InvalidOperationException)
        {
            string message = error is System.Reflection.TargetInvocationException { InnerException: { } inner } ? inner.Message : error.Message;
            _problems.Add(new Diagnostic(DocumentCodes.Untranslatable, $"Rule '{rule}': {message}", default) { Path = $"rules[{_rules.Count}].when" });
            return "false";
        }
    }
}
