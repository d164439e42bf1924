using EcomOps.Rules.Documents;
using EcomOps.Rules.Documents.Internal;
using EcomOps.Rules.Vocabularies;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal;

/// <summary>Types the literals of <c>then</c> and <c>default</c> by the declared outcome.</summary>
internal sealed class OutcomeCompiler(RuleSetDocument document, ExpressionCompiler expressions, DocumentReport report)
{
    public OutcomePlan Plan(string rule, RuleValue value, string path)
    {
        OutcomeType? type = document.Outcome;
        if (type is { Members: { } members })
        {
            return value is MapValue map ? Members(rule, map, members, path) : Wrong(rule, path, value, type.ToString());
        }

        if (type is null && value is MapValue free)
        {
            var plans = new List<(string Name, ValuePlan Plan)>();
            foreach ((string name, RuleValue member) in free.Members)
            {
                plans.Add((name, Value(member, null, path + "." + name)));
            }

            return Make(rule, plans);
        }

        ValuePlan plan = Value(value, type, path);
        return new OutcomePlan(rule, plan is ConstantPlan constant ? new Outcome(constant.Value) : null, [], [plan]);
    }

    public ValuePlan Value(RuleValue value, OutcomeType? type, string path)
    {
        AttributeType? expected = type is null ? null : TypeOf(type);
        if (value is TextValue { IsExpression: true } expression)
        {
            return expressions.Value(expression.Expression, path, expected);
        }

        object? literal = expected is null ? Natural(value) : FactValues.Fit(expected, Unescaped(value), document.Currency);
        if (literal is null && value is not NullValue)
        {
            string allowed = expected!.Kind == AttributeKind.Enum && value is TextValue text && NearestName.Of(text.Value, expected.Values) is { } nearest
                ? $" Did you mean {nearest}?" : "";
            report.Error(expected.Kind == AttributeKind.Enum ? DocumentCodes.OutcomeValue : DocumentCodes.OutcomeType, path, $"{YamlTree.Shorten(value.ToString()!)} is not {FactValues.Describe(expected)}.{allowed}");
            return new ConstantPlan(null);
        }

        if (value is NullValue && expected is not null)
        {
            report.Error(DocumentCodes.OutcomeType, path, $"null is not {FactValues.Describe(expected)}; leave an optional member out instead.");
        }

        return new ConstantPlan(literal);
    }

    /// <summary>The attribute type with the same values; null for <c>any</c>.</summary>
    public static AttributeType? TypeOf(OutcomeType type) => type switch
    {
        { Values: { } values } => AttributeType.Enumeration(values),
        { Name: "any" } => null,
        { Name: var name } when name.StartsWith("list(", StringComparison.Ordinal) => AttributeType.ListOf(Simple(name[5..^1])),
        _ => Simple(type.Name),
    };

    private OutcomePlan Members(string rule, MapValue map, ValueList<OutcomeMember> members, string path)
    {
        List<(string Name, ValuePlan Plan)> plans = [];
        foreach ((string name, RuleValue value) in map.Members)
        {
            OutcomeMember? member = members.FirstOrDefault(m => m.Name == name);
            if (member is null)
            {
                string? nearest = NearestName.Of(name, members.Select(m => m.Name));
                report.Error(DocumentCodes.UnknownMember, path + "." + name, $"The outcome has no member '{YamlTree.Shorten(name)}'." + (nearest is null ? $" Members are {string.Join(", ", members.Select(m => m.Name))}." : $" Did you mean {nearest}?"));
            }
            else if (!(member.IsOptional && value is NullValue))
            {
                plans.Add((name, Value(value, member.Type, path + "." + name)));
            }
        }

        foreach (OutcomeMember member in members)
        {
            if (!member.IsOptional && map[member.Name] is null)
            {
                report.Error(DocumentCodes.MissingMember, path, $"The outcome lacks '{member.Name}'; write it, or declare it as '{member.Name}?'.");
            }
        }

        return Make(rule, plans);
    }

    private static OutcomePlan Make(string rule, List<(string Name, ValuePlan Plan)> plans)
    {
        string[] names = [.. plans.Select(p => p.Name)];
        ValuePlan[] values = [.. plans.Select(p => p.Plan)];
        Outcome? constant = plans.TrueForAll(p => p.Plan.IsConstant)
            ? new Outcome(plans.Select(p => KeyValuePair.Create(p.Name, ((ConstantPlan)p.Plan).Value)).ToArray())
            : null;
        return new OutcomePlan(rule, constant, names, values);
    }

    private OutcomePlan Wrong(string rule, string path, RuleValue value, string expected)
    {
        report.Error(DocumentCodes.OutcomeType, path, $"The outcome is a map {expected}, not {YamlTree.Shorten(value.ToString()!)}.");
        return new OutcomePlan(rule, new Outcome((object?)null), [], []);
    }

    private static RuleValue Unescaped(RuleValue value) => value is TextValue text ? new TextValue(text.Literal) : value;

    // Without a declared type a literal keeps the type that it is written in; a number with a point is exact.
    private static object? Natural(RuleValue value) => value switch
    {
        BoolValue b => b.Value,
        NumberValue n when n.TryGetInt64(out long whole) => whole,
        NumberValue n when n.TryGetDecimal(out decimal d) => d,
        NumberValue n => n.ToDouble(),
        TextValue t => t.Literal,
        ListValue list => list.Items.Select(Natural).ToArray(),
        MapValue map => map.Members.ToDictionary(m => m.Key, m => Natural(m.Value), StringComparer.Ordinal),
        _ => null,
    };

    private static AttributeType Simple(string name) => name switch
    {
        "bool" => AttributeType.Bool,
        "int" => AttributeType.Int,
        "double" => AttributeType.Double,
        "decimal" => AttributeType.Decimal,
        "money" => AttributeType.Money,
        "date" => AttributeType.Date,
        "timestamp" => AttributeType.Timestamp,
        "duration" => AttributeType.Duration,
        _ => AttributeType.String,
    };
}
