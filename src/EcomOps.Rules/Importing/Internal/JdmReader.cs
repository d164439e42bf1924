using System.Text.Json;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Importing.Internal;

// Decision tables of GoRules JDM graphs.
internal sealed class JdmReader(ImportIssues issues)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public List<RuleSetDocument> Read(JsonElement root)
    {
        List<RuleSetDocument> documents = [];
        if (root.Member("nodes") is not { ValueKind: JsonValueKind.Array } nodes)
        {
            issues.LeftOut("nodes", "This is no JDM graph: it has no list 'nodes'.");
            return documents;
        }

        foreach ((JsonElement node, int index) in ((JsonElement?)nodes).Items())
        {
            string path = $"nodes[{index}]";
            string type = node.Text("type") ?? string.Empty;
            if (type == "decisionTableNode" && node.Member("content") is { } content)
            {
                documents.Add(Table(node, content, path + ".content"));
            }
            else if (type is not ("inputNode" or "outputNode"))
            {
                issues.LeftOut(path, $"The node '{node.Text("name")}' of type {type} has no counterpart; only decision tables are carried over.");
            }
        }

        if (documents.Count > 1)
        {
            issues.Changed("edges", "The graph's edges are not carried over: each table is a set of its own, and the host passes results on.");
        }

        return documents;
    }

    private RuleSetDocument Table(JsonElement node, JsonElement content, string path)
    {
        List<(string Id, string? Field)> inputs = Columns(content.Member("inputs"));
        List<(string Id, string? Field)> outputs = Columns(content.Member("outputs"));
        HashSet<string> ids = new(StringComparer.Ordinal);
        List<RuleDefinition> rules = [];
        foreach ((JsonElement row, int index) in content.Member("rules").Items())
        {
            if (Row(row, inputs, outputs, $"{path}.rules[{index}]", index, ids) is { } rule)
            {
                rules.Add(rule);
            }
        }

        foreach (string member in (string[])["passThorough", "passThrough", "inputField", "outputPath", "executionMode"])
        {
            if (content.Member(member) is { } value && value.ValueKind != JsonValueKind.False && value.ToString() is not ("" or "single"))
            {
                issues.Dropped($"{path}.{member}", $"'{member}' has no counterpart: a set gives the outcome alone.");
            }
        }

        string policy = content.Text("hitPolicy") ?? "first";
        if (policy is not ("first" or "collect"))
        {
            issues.Dropped(path + ".hitPolicy", $"The hit policy '{policy}' is unknown; first is used.");
        }

        string name = node.Text("name") ?? "table";
        return new RuleSetDocument
        {
            Id = JsonReading.Unique(JsonReading.Id(name), _ids),
            Title = name,
            HitPolicy = policy == "collect" ? HitPolicy.Collect : HitPolicy.First,
            Rules = rules.ToValueList(),
        };
    }

    private static List<(string Id, string? Field)> Columns(JsonElement? columns) =>
        [.. columns.Items().Select(c => (c.Item.Text("id") ?? string.Empty, c.Item.Text("field") is { Length: > 0 } field ? field : null))];

    private RuleDefinition? Row(JsonElement row, List<(string Id, string? Field)> inputs, List<(string Id, string? Field)> outputs, string path, int index, HashSet<string> ids)
    {
        List<string> conditions = [];
        foreach ((string id, string? field) in inputs)
        {
            string cell = row.Text(id)?.Trim() ?? string.Empty;
            if (cell is "" or "-")
            {
                continue;
            }

            if (ZenCell.Condition(cell, field, out string error) is not { } condition)
            {
                issues.LeftOut($"{path}.{id}", $"The cell '{cell}' of column '{field}' cannot be carried over: {error}.");
                return null;
            }

            conditions.Add(condition);
        }

        List<KeyValuePair<string, RuleValue>> then = [];
        foreach ((string id, string? field) in outputs)
        {
            string cell = row.Text(id)?.Trim() ?? string.Empty;
            if (cell.Length == 0)
            {
                continue;
            }

            if (ZenCell.Output(cell, out string error) is not { } value)
            {
                issues.LeftOut($"{path}.{id}", $"The output '{cell}' of column '{field}' cannot be carried over: {error}.");
                return null;
            }

            then.Add(KeyValuePair.Create(field ?? "result", value));
        }

        return new RuleDefinition
        {
            Id = JsonReading.Unique("row-" + (index + 1), ids),
            Title = row.Text("_description") is { Length: > 0 } text ? text : null,
            When = conditions.Count switch { 0 => null, 1 => conditions[0], _ => string.Join(" && ", conditions.Select(c => c.Contains("||", StringComparison.Ordinal) || c.Contains('?', StringComparison.Ordinal) ? $"({c})" : c)) },
            Then = new MapValue(then.DistinctBy(t => t.Key)),
        };
    }
}
