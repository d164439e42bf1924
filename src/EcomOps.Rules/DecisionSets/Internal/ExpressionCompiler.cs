using EcomOps.Core;
using EcomOps.Rules.Cel;
using EcomOps.Rules.Cel.Internal;
using EcomOps.Rules.Cel.Internal.Compiling;
using EcomOps.Rules.Cel.Internal.Functions;
using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.DecisionSets.Internal.Expressions;
using EcomOps.Rules.DecisionSets.Internal.Parts;
using EcomOps.Rules.Diagnostics;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Documents.Internal;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.DecisionSets.Internal;

// Parses, checks and compiles the expressions of one set; problems go to the set's report.
internal sealed class ExpressionCompiler
{
    private const int MaximumWalks = 4;
    private const int MaximumVariableDepth = 100;
    private readonly RuleSetDocument _document;
    private readonly Vocabulary _vocabulary;
    private readonly DocumentReport _report;
    private readonly PartCompiler _parts;
    private readonly VocabularyNames _names;
    private readonly CompilerOptions _options;
    private readonly Dictionary<string, int> _variables;
    private readonly HashSet<string> _usedVariables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConditionPart[]> _conditions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Variable> _compiled = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];
    private readonly long _budget;

    public ExpressionCompiler(
        RuleSetDocument document, Vocabulary vocabulary, IReadOnlyDictionary<string, NamedList> lists, IReadOnlyList<CelFunction> functions, DocumentReport report)
    {
        _document = document;
        _vocabulary = vocabulary;
        _report = report;
        _budget = Evaluations.BudgetOf(document.Budget);
        _variables = [];
        for (int i = 0; i < document.Variables.Count; i++)
        {
            _variables.TryAdd(document.Variables[i].Name, i);
        }

        HashSet<string> names = [.. _variables.Keys];
        bool isDialect = document.Dialect == RuleSetDocument.EcomOpsDialect;
        _names = new VocabularyNames(vocabulary, names, Read, lists);
        _options = new CompilerOptions((isDialect ? FunctionTable.Dialect : FunctionTable.Standard).With(functions.Select(f => f.Overload)))
        {
            IsDialect = isDialect,
            Currency = document.Currency is { } code && Currency.TryFromCode(code, out Currency currency) ? currency : null,
            MaximumWalks = MaximumWalks,
        };
        _parts = new PartCompiler(vocabulary, document.Currency, names, lists, (name, text) => _compiled.GetValueOrDefault(name)?.Part(text));
    }

    /// <summary>The top-level conjuncts of conditions that must all hold.</summary>
    public ConditionPart[] Condition(IReadOnlyList<FlatCondition> conditions)
    {
        if (conditions.Count == 1)
        {
            return Condition(conditions[0]);
        }

        List<ConditionPart> parts = [];
        foreach (FlatCondition condition in conditions)
        {
            parts.AddRange(Condition(condition));
        }

        return [.. parts];
    }

    /// <summary>An expression of an outcome or score.</summary>
    /// <param name="source">CEL source.</param>
    /// <param name="path">Path in the document.</param>
    /// <param name="expected">Type that the value must have, or null for any.</param>
    public ValuePlan Value(string source, string path, AttributeType? expected)
    {
        CelType? target = expected?.Kind switch { AttributeKind.Decimal => CelType.Decimal, AttributeKind.Money => CelType.Money, _ => null };
        if (Parse(source, path) is not { } root || Compile(root, path, target) is not { } value)
        {
            return new ConstantPlan(null);
        }

        if (OutcomeTypes.Mismatch(value.Root.Type, expected) is { } problem)
        {
            _report.Add(CelCodes.ResultType, Severity.Error, path, root.Span.Offset, root.Span.Length, problem);
            return new ConstantPlan(null);
        }

        var plan = new ExpressionPlan(Cast.To<object?>(value.Root.Node), value.Locals, _budget, expected, _document.Currency, AttributesOf(root));
        if (!value.Root.Node.IsConstant)
        {
            return plan;
        }

        // A constant that the outcome's type does not take stays an expression, which reports it when it is reached.
        var frame = new Vocabularies.Internal.NamedFactFrame(0) { Vocabulary = _vocabulary, Budget = _budget };
        return plan.Evaluate(frame, out object? constant) == Truth.True ? new ConstantPlan(constant) : plan;
    }

    /// <summary>Reports what only shows once all expressions are known.</summary>
    public void Finish()
    {
        foreach ((string name, int index) in _variables)
        {
            // A variable that nobody uses is checked all the same.
            bool isUsed = _usedVariables.Contains(name);
            _ = VariableOf(name);
            if (!isUsed)
            {
                _report.Warning(DocumentCodes.UnusedVariable, $"variables[{index}].name", $"No rule uses the variable '{name}'.");
            }
        }
    }

    private ConditionPart[] Condition(FlatCondition condition)
    {
        if (!_conditions.TryGetValue(condition.Path, out ConditionPart[]? done))
        {
            _conditions[condition.Path] = done = Parse(condition.Source, condition.Path) is { } root ? Condition(condition.Source, root, condition.Path) : [];
        }

        return done;
    }

    private ConditionPart[] Condition(string source, CelNode root, string path)
    {
        IReadOnlyList<CelNode> conjuncts = CelBinary.Flatten(root, CelOperator.And);
        var parts = new List<ConditionPart>(conjuncts.Count);
        foreach (CelNode conjunct in conjuncts)
        {
            if (Compile(conjunct, path) is not { } checkedPart)
            {
                continue;
            }

            CelType type = checkedPart.Root.Type;
            if (type.Kind is not (CelTypeKind.Bool or CelTypeKind.Dyn))
            {
                string advice = conjunct is CelIdentifier or CelSelect ? "; compare it with something" : string.Empty;
                _report.Add(CelCodes.ResultType, Severity.Error, path, conjunct.Span.Offset, conjunct.Span.Length, $"A condition is true or false, but this is {type}{advice}.");
                continue;
            }

            parts.Add(Part(conjunct, source.Substring(conjunct.Span.Offset, conjunct.Span.Length), checkedPart));
        }

        return [.. parts];
    }

    private ConditionPart Part(CelNode conjunct, string text, Checked part) =>
        _parts.Compile(conjunct, text) ?? new GeneralPart(text, AttributesOf(conjunct), Cast.To<bool>(part.Root.Node), part.Locals, _budget);

    private CelNode? Parse(string source, string path)
    {
        CelParseResult parsed = CelParser.Parse(source);
        Report(parsed.Diagnostics, path);
        return parsed.Root;
    }

    private void Report(IReadOnlyList<Diagnostic> diagnostics, string path)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            _report.Add(diagnostic.Code, diagnostic.Severity, path, diagnostic.Span.Offset, diagnostic.Span.Length, diagnostic.Message, diagnostic.Fix?.Replacement);
        }
    }

    private Checked? Compile(CelNode root, string path, CelType? target = null)
    {
        var compiler = new Compiler(_names, _options);
        Expr expr = compiler.Compile(root, target);
        Report(compiler.Problems, path);
        if (compiler.Problems.Count > 0 || expr.IsError)
        {
            return null;
        }

        if (expr.Cost > _budget)
        {
            string message = FormattableString.Invariant($"At worst this costs {expr.Cost:N0} nodes, more than the {_budget:N0} that one expression may; declare the largest sizes of its lists and texts (maxSize), simplify it, or raise 'budget'.");

            // With the sizes assumed for what declares none it is a hint; far beyond, something is wrong whatever the sizes.
            _report.Add(CelCodes.Cost, expr.Cost > 100 * _budget ? Severity.Warning : Severity.Info, path, root.Span.Offset, root.Span.Length, message);
        }

        return new Checked(expr, compiler.LocalCount);
    }

    private int[] AttributesOf(CelNode node)
    {
        HashSet<int> attributes = [];
        HashSet<string> used = new(StringComparer.Ordinal);
        AttributePaths.Collect(node, _vocabulary, new HashSet<string>(_variables.Keys, StringComparer.Ordinal), attributes, used);
        foreach (string name in used)
        {
            attributes.UnionWith(_compiled.GetValueOrDefault(name)?.Attributes ?? []);
        }

        return [.. attributes];
    }

    // A variable inside an expression.
    private Expr? Read(string name)
    {
        _usedVariables.Add(name);
        Variable variable = VariableOf(name);
        return variable.IsBroken ? new Expr(new FailingNode(Rules.Cel.Internal.Evaluation.CelFrame.NoOverload), CelType.Error, 1) : variable.Read();
    }

    private Variable VariableOf(string name)
    {
        if (_compiled.TryGetValue(name, out Variable? known))
        {
            return known;
        }

        int index = _variables[name];
        string path = $"variables[{index}].expr";
        if (_open.Contains(name) || _open.Count >= MaximumVariableDepth)
        {
            string circle = _open.Contains(name) ? $"The variables go in a circle: {string.Join(" -> ", _open)} -> {name}." : "Variables read each other more than 100 deep.";
            _report.Error(DocumentCodes.VariableCycle, path, circle);
            return Variable.Broken;
        }

        _open.Add(name);
        Variable made = Compile(name, index, path);
        _open.RemoveAt(_open.Count - 1);
        return _compiled[name] = made;
    }

    private Variable Compile(string name, int index, string path)
    {
        string source = _document.Variables[index].Expression;
        if (Parse(source, path) is not { } root || Compile(root, path) is not { } whole)
        {
            return Variable.Broken;
        }

        if (whole.Root.Type.Kind != CelTypeKind.Bool)
        {
            var node = new ValueVariableNode(index, Cast.To<object?>(whole.Root.Node), whole.Locals, _budget);
            return Variable.OfValue(whole.Root with { Node = node, Cost = 1 }, AttributesOf(root));
        }

        ConditionPart[] parts = Condition(source, root, path);
        return Variable.OfCondition(new VariablePart(name, index, parts), text => new VariablePart(text, index, parts));
    }

    private readonly record struct Checked(Expr Root, int Locals);

    // A compiled variable: a condition, a value, or one with problems.
    private sealed record Variable(Expr? Value, VariablePart? Whole, Func<string, VariablePart>? Make, int[] Attributes)
    {
        public static Variable Broken { get; } = new(null, null, null, []);

        public bool IsBroken => Value is null && Whole is null;

        public static Variable OfValue(Expr value, int[] attributes) => new(value, null, null, attributes);

        public static Variable OfCondition(VariablePart whole, Func<string, VariablePart> make) => new(null, whole, make, whole.Attributes);

        public Expr Read() => Value ?? new Expr(new ConditionVariableNode(Whole!), CelType.Bool, 1);

        public VariablePart? Part(string text) => Make?.Invoke(text);
    }
}
