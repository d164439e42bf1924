using EcomOps.Rules.Cel;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Rendering.Internal;

internal sealed class RuleSentence
{
    private readonly RuleSetDocument _document;
    private readonly ConditionSentence _conditions;

    public RuleSentence(RuleSetDocument document, Vocabulary vocabulary)
    {
        _document = document;
        Dictionary<string, CelNode> variables = new(StringComparer.Ordinal);
        foreach (RuleVariable variable in document.Variables)
        {
            if (CelParser.Parse(variable.Expression).Root is { } root)
            {
                variables.TryAdd(variable.Name, root);
            }
        }

        _conditions = new ConditionSentence(vocabulary, variables);
    }

    public string Of(FlatRule rule)
    {
        string[] conditions = [.. rule.Conditions.Select(Condition)];
        string when = conditions.Length == 0 || conditions is ["always"] ? string.Empty : "if " + string.Join(" and ", conditions.Select(c => conditions.Length > 1 && c.StartsWith("either ", StringComparison.Ordinal) ? $"({c})" : c)) + ", ";
        string window = string.Join(string.Empty, rule.From.Select(f => $"from {f} ")) + string.Join(string.Empty, rule.Until.Select(u => $"until {u} "));
        string sentence = (window.Length == 0 ? string.Empty : window.TrimEnd() + ": ") + when + (when.Length == 0 ? "always " : string.Empty) + Outcome(rule.Definition.Then);
        string mode = rule.Mode switch { RuleMode.Shadow => " (shadow: recorded only)", RuleMode.Off => " (switched off)", _ => string.Empty };
        return char.ToUpperInvariant(sentence[0]) + sentence[1..] + "." + mode;
    }

    public string Outcome(RuleValue? outcome) => outcome switch
    {
        null => "do nothing",
        MapValue map when _document.HitPolicy.Fold == FoldOperation.Sum && _document.Fold is { } fold && map[fold] is { } added =>
            $"add {Value(added)} to {Words.Of(fold)}" + string.Concat(map.Members.Where(m => m.Key != fold).Select(m => $", {Words.Of(m.Key)}: {Value(m.Value)}")),
        MapValue map => string.Join(", ", map.Members.Select(m => $"{Words.Of(m.Key)} is {Value(m.Value)}")),
        _ when _document.HitPolicy.Fold == FoldOperation.Sum => $"add {Value(outcome)}",
        _ => "the outcome is " + Value(outcome),
    };

    private static string Value(RuleValue value) => value switch
    {
        TextValue { IsExpression: true } expression => "`" + expression.Expression + "`",
        TextValue { Literal.Length: 0 } => "empty",
        TextValue text => text.Literal,
        ListValue list => string.Join(", ", list.Items.Select(Value)),
        MapValue map when map["amount"] is { } amount && map["currency"] is { } currency => $"{Value(amount)} {Value(currency)}",
        _ => value.ToString()!,
    };

    private string Condition(FlatCondition condition) =>
        CelParser.Parse(condition.Source).Root is { } root ? _conditions.Of(root) : "`" + condition.Source + "`";
}
