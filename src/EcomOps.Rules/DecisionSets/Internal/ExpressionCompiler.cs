using EcomOps.Core;
using EcomOps.Rules.Cel;
using EcomOps.Rules.DecisionSets.Internal.Parts;
using EcomOps.Rules.Diagnostics;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Documents.Internal;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.DecisionSets.Internal;

// Parses and compiles the expressions of one set.
internal sealed class ExpressionCompiler : IExpressionCompiler
{
    private const string NotEvaluated = "RUL1900";
    private readonly RuleSetDocument _document;
    private readonly DocumentReport _report;
    private readonly PartCompiler _parts;
    private readonly NameCheck _names;
    private readonly HashSet<string> _variables;
    private readonly Dictionary<string, ConditionPart[]> _conditions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConditionPart[]?> _variableParts = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];
    private string _path = string.Empty;

    public ExpressionCompiler(RuleSetDocument document, Vocabulary vocabulary, IReadOnlyDictionary<string, NamedList> lists, DocumentReport report)
    {
        _document = document;
        _report = report;
        _variables = [.. document.Variables.Select(v => v.Name)];
        _names = new NameCheck(vocabulary, _variables, lists, report);
        _parts = new PartCompiler(vocabulary, document.Currency, _variables, lists, General, Variable);
    }

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

    public ValuePlan Value(string source, string path, AttributeType? expected)
    {
        CelNode? node = Parse(source, path);
        if (node is CelLiteral { Kind: not CelLiteralKind.Null } literal)
        {
            return new ConstantPlan(literal.Value);
        }

        if (node is not null)
        {
            _report.Error(NotEvaluated, path, "This expression cannot be evaluated.");
        }

        return new ConstantPlan(null);
    }

    public void Finish()
    {
        for (int i = 0; i < _document.Variables.Count; i++)
        {
            string name = _document.Variables[i].Name;
            if (!_names.UsedVariables.Contains(name))
            {
                _report.Warning(DocumentCodes.UnusedVariable, $"variables[{i}].name", $"No rule uses the variable '{name}'.");
            }

            // A variable that nobody uses is checked all the same.
            _ = VariableParts(name);
        }
    }

    private ConditionPart[] Condition(FlatCondition condition)
    {
        if (!_conditions.TryGetValue(condition.Path, out ConditionPart[]? done))
        {
            _conditions[condition.Path] = done = Condition(condition.Source, condition.Path);
        }

        return done;
    }

    private ConditionPart[] Condition(string source, string path)
    {
        CelNode? root = Parse(source, path);
        if (root is null)
        {
            return [];
        }

        string outer = _path;
        _path = path;
        var parts = CelBinary.Flatten(root, CelOperator.And).Select(node => _parts.Compile(node, source.Substring(node.Span.Offset, node.Span.Length))).ToArray();
        _path = outer;
        return parts;
    }

    private CelNode? Parse(string source, string path)
    {
        CelParseResult parsed = CelParser.Parse(source);
        foreach (Diagnostic diagnostic in parsed.Diagnostics)
        {
            _report.Add(diagnostic.Code, diagnostic.Severity, path, diagnostic.Span.Offset, diagnostic.Span.Length, diagnostic.Message, diagnostic.Fix?.Replacement);
        }

        return parsed.Root is not null && _names.Check(parsed.Root, path) ? parsed.Root : null;
    }

    private VariablePart? Variable(string name, string text)
    {
        ConditionPart[]? parts = VariableParts(name);
        return parts is null ? null : new VariablePart(text, IndexOf(name), parts);
    }

    private ConditionPart[]? VariableParts(string name)
    {
        if (_variableParts.TryGetValue(name, out ConditionPart[]? known))
        {
            return known;
        }

        int index = IndexOf(name);
        if (_open.Contains(name))
        {
            _report.Error(DocumentCodes.VariableCycle, $"variables[{index}].expr", $"The variables go in a circle: {string.Join(" -> ", _open)} -> {name}.");
            return null;
        }

        _open.Add(name);
        ConditionPart[]? parts = _open.Count > 100 ? null : Condition(_document.Variables[index].Expression, $"variables[{index}].expr");
        _open.RemoveAt(_open.Count - 1);
        _variableParts[name] = parts;
        return parts;
    }

    private int IndexOf(string name)
    {
        for (int i = 0; i < _document.Variables.Count; i++)
        {
            if (_document.Variables[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private ConstantPart General(CelNode node, string text)
    {
        _report.Add(NotEvaluated, Severity.Error, _path, node.Span.Offset, node.Span.Length, "This condition cannot be evaluated.");
        return new ConstantPart(text, false);
    }
}
