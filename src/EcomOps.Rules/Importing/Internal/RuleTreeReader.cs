using System.Text.Json;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Importing.Internal;

// Rules of the npm package json-rules-engine.
internal sealed class RuleTreeReader(ImportIssues issues, string id)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public List<RuleSetDocument> Read(JsonElement root)
    {
        JsonElement? list = root.ValueKind == JsonValueKind.Array ? root : root.Member("rules");
        List<RuleDefinition> rules = [];
        foreach ((JsonElement rule, int index) in list is { ValueKind: JsonValueKind.Array } ? list.Items() : [(root, 0)])
        {
            string path = list is null ? string.Empty : root.ValueKind == JsonValueKind.Array ? $"[{index}]" : $"rules[{index}]";
            if (Rule(rule, path) is { } read)
            {
                rules.Add(read);
            }
        }

        return [new RuleSetDocument { Id = id, HitPolicy = HitPolicy.Collect, OrderByPriority = true, Rules = rules.ToValueList() }];
    }

    private RuleDefinition? Rule(JsonElement rule, string path)
    {
        if (rule.Member("conditions") is not { } conditions)
        {
            issues.LeftOut(path, "The rule has no conditions.");
            return null;
        }

        if (Condition(conditions, path + ".conditions") is not { } when)
        {
            issues.LeftOut(path, "The rule is left out because a part of its conditions could not be carried over.");
            return null;
        }

        string name = rule.Text("name") ?? rule.Member("event")?.Text("type") ?? "rule";
        if (rule.Member("event") is not { } @event)
        {
            issues.LeftOut(path, "The rule has no event, so it has no outcome.");
            return null;
        }

        foreach (JsonProperty other in rule.EnumerateObject().Where(p => p.Name is not ("conditions" or "event" or "priority" or "name")))
        {
            issues.Dropped($"{path}.{other.Name}", $"The member '{other.Name}' has no counterpart.");
        }

        int? priority = null;
        if (rule.Member("priority") is { } number)
        {
            if (number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out int value))
            {
                priority = value;
            }
            else
            {
                issues.Dropped(path + ".priority", "The priority is no whole number.");
            }
        }

        return new RuleDefinition
        {
            Id = JsonReading.Unique(JsonReading.Id(name), _ids),
            Title = rule.Text("name"),
            When = when,
            Then = JsonReading.Value(@event),
            Priority = priority ?? 1,
        };
    }

    private string? Condition(JsonElement node, string path)
    {
        foreach ((string member, string op) in (ReadOnlySpan<(string, string)>)[("all", " && "), ("any", " || ")])
        {
            if (node.Member(member) is { ValueKind: JsonValueKind.Array } parts)
            {
                List<string?> read = [.. ((JsonElement?)parts).Items().Select(p => Condition(p.Item, $"{path}.{member}[{p.Index}]"))];
                return read.Contains(null) ? null
                    : read.Count == 0 ? (member == "all" ? "true" : "false")
                    : string.Join(op, read.Select(r => read.Count == 1 ? r : $"({r})"));
            }
        }

        if (node.Member("not") is { } negated)
        {
            return Condition(negated, path + ".not") is { } inner ? $"!({inner})" : null;
        }

        if (node.Text("condition") is { } named)
        {
            issues.LeftOut(path + ".condition", $"The shared condition '{named}' lives in the program; write it as a variable of the set.");
            return null;
        }

        return Leaf(node, path);
    }

    private string? Leaf(JsonElement node, string path)
    {
        if (node.Text("fact") is not { } fact || node.Text("operator") is not { } op)
        {
            issues.LeftOut(path, "A condition needs 'fact' and 'operator'.");
            return null;
        }

        if (node.Member("params") is not null)
        {
            issues.LeftOut(path + ".params", "Facts with parameters are computed by the program; declare an attribute that the host fetches.");
            return null;
        }

        if (Operand(node, path) is not { } left)
        {
            return null;
        }

        string? right = node.Member("value") is { ValueKind: JsonValueKind.Object } other
            ? (other.Text("fact") is null ? null : Operand(other, path + ".value"))
            : node.TryGetProperty("value", out JsonElement value) ? JsonReading.Cel(value) : null;
        if (right is null)
        {
            issues.LeftOut(path + ".value", "The value is neither a constant nor another fact.");
            return null;
        }

        if (right == "null" && op is "equal" or "notEqual" && left.Contains('.', StringComparison.Ordinal))
        {
            issues.Changed(path, "A comparison with null now asks whether the attribute is there.");
            return op == "equal" ? $"!has({left})" : $"has({left})";
        }

        string? cel = op switch
        {
            "equal" => $"{left} == {right}",
            "notEqual" => $"{left} != {right}",
            "in" => $"{left} in {right}",
            "notIn" => $"!({left} in {right})",
            "contains" => $"{right} in {left}",
            "doesNotContain" => $"!({right} in {left})",
            "lessThan" => $"{left} < {right}",
            "lessThanInclusive" => $"{left} <= {right}",
            "greaterThan" => $"{left} > {right}",
            "greaterThanInclusive" => $"{left} >= {right}",
            _ => null,
        };
        if (cel is null)
        {
            issues.LeftOut(path + ".operator", $"The operator '{op}' is not one of the engine's own; its meaning lies in the program.");
        }

        return cel;
    }

    // fact, with a path of plain members.
    private string? Operand(JsonElement node, string path)
    {
        string fact = node.Text("fact")!;
        string? inner = node.Text("path");
        string whole = fact.Replace('-', '_') + (inner is null ? string.Empty : inner.StartsWith('$') ? inner[1..] : "." + inner);
        if (fact.Contains('-', StringComparison.Ordinal))
        {
            issues.Changed(path + ".fact", $"The fact '{fact}' is now '{fact.Replace('-', '_')}'.");
        }

        if (whole.Split('.').All(p => p.Length > 0 && !char.IsAsciiDigit(p[0]) && p.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')))
        {
            return whole;
        }

        issues.LeftOut(path + ".path", $"The path '{inner}' is more than a chain of members.");
        return null;
    }
}
