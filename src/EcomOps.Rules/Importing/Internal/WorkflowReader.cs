using System.Text.Json;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Importing.Internal;

// Workflows of Microsoft.RulesEngine.
internal sealed class WorkflowReader(ImportIssues issues)
{
    private static readonly HashSet<string> KnownRule = new(StringComparer.Ordinal)
    {
        "RuleName", "Expression", "RuleExpressionType", "Operator", "Rules", "Enabled", "SuccessEvent", "ErrorMessage", "Actions", "LocalParams", "Properties", "ErrorType", "WorkflowsToInject", "WorkflowRulesToInject",
    };

    public List<RuleSetDocument> Read(JsonElement root)
    {
        List<RuleSetDocument> documents = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        bool many = root.ValueKind == JsonValueKind.Array;
        foreach ((JsonElement workflow, int index) in many ? ((JsonElement?)root).Items() : [(root, 0)])
        {
            string path = many ? $"[{index}]" : string.Empty;
            if (workflow.ValueKind != JsonValueKind.Object || workflow.Member("Rules") is not { ValueKind: JsonValueKind.Array } rules)
            {
                issues.LeftOut(path, "This is no workflow: it has no list 'Rules'.");
                continue;
            }

            string name = workflow.Text("WorkflowName") ?? "workflow";
            foreach (string member in (string[])["WorkflowsToInject", "WorkflowRulesToInject"])
            {
                if (workflow.Member(member) is not null)
                {
                    issues.Dropped($"{path}.{member}", "Other workflows are not injected; import them and nest or repeat their rules.");
                }
            }

            List<RuleVariable> variables = Variables(workflow.Member("GlobalParams"), path + ".GlobalParams");
            List<RuleDefinition> read = [];
            HashSet<string> names = new(StringComparer.Ordinal);
            foreach ((JsonElement rule, int i) in ((JsonElement?)rules).Items())
            {
                if (Rule(rule, $"{path}.Rules[{i}]", names, variables) is { } done)
                {
                    read.Add(done);
                }
            }

            documents.Add(new RuleSetDocument
            {
                Id = JsonReading.Unique(JsonReading.Id(name), ids),
                Title = name,
                HitPolicy = HitPolicy.Collect,
                Variables = variables.ToValueList(),
                Rules = read.ToValueList(),
            });
        }

        return documents;
    }

    private List<RuleVariable> Variables(JsonElement? parameters, string path)
    {
        List<RuleVariable> variables = [];
        foreach ((JsonElement parameter, int index) in parameters.Items())
        {
            string name = parameter.Text("Name") ?? string.Empty;
            if (ForeignExpression.Translate(parameter.Text("Expression") ?? string.Empty, ForeignDialect.Lambda, null, out string error) is { } cel && name.Length > 0)
            {
                variables.Add(new RuleVariable(name, cel));
            }
            else
            {
                issues.Dropped($"{path}[{index}].Expression", $"The parameter '{name}' is left out: {error}. Rules that use it will not check.");
            }
        }

        return variables;
    }

    private RuleDefinition? Rule(JsonElement rule, string path, HashSet<string> names, List<RuleVariable> variables)
    {
        if (rule.ValueKind != JsonValueKind.Object)
        {
            issues.LeftOut(path, "This is no rule.");
            return null;
        }

        if (rule.Member("LocalParams") is { } local)
        {
            foreach (RuleVariable variable in Variables(local, path + ".LocalParams"))
            {
                if (variables.Exists(v => v.Name == variable.Name && v.Expression != variable.Expression))
                {
                    issues.LeftOut(path + ".LocalParams", $"The local parameter '{variable.Name}' has another meaning in another rule; a set has one variable of a name.");
                    return null;
                }

                if (!variables.Exists(v => v.Name == variable.Name))
                {
                    variables.Add(variable);
                }
            }
        }

        foreach (JsonProperty member in rule.EnumerateObject().Where(m => !KnownRule.Contains(m.Name)))
        {
            issues.Dropped($"{path}.{member.Name}", $"The member '{member.Name}' has no counterpart.");
        }

        if (Condition(rule, path) is not { } when)
        {
            return null;
        }

        string name = rule.Text("RuleName") ?? "rule";
        if (rule.Member("ErrorMessage") is not null)
        {
            issues.Dropped(path + ".ErrorMessage", "A rule that does not match has no message; use explain, or a default outcome.");
        }

        if (rule.Member("Properties") is not null)
        {
            issues.Dropped(path + ".Properties", "Properties are not carried over; put them into the outcome.");
        }

        return new RuleDefinition
        {
            Id = JsonReading.Unique(JsonReading.Id(name), names),
            Title = name,
            When = when,
            Then = Outcome(rule, path, name),
            Mode = rule.Member("Enabled") is { ValueKind: JsonValueKind.False } ? RuleMode.Off : null,
        };
    }

    private string? Condition(JsonElement rule, string path)
    {
        if (rule.Member("WorkflowsToInject") is not null)
        {
            issues.LeftOut(path + ".WorkflowsToInject", "A rule that injects other workflows has no counterpart.");
            return null;
        }

        if (rule.Member("Rules") is { ValueKind: JsonValueKind.Array } nested)
        {
            string? op = rule.Text("Operator")?.ToUpperInvariant() switch { "AND" or "ANDALSO" => " && ", "OR" or "ORELSE" => " || ", _ => null };
            if (op is null)
            {
                issues.LeftOut(path + ".Operator", "A rule with nested rules needs the operator And or Or.");
                return null;
            }

            List<string> parts = [];
            foreach ((JsonElement part, int i) in ((JsonElement?)nested).Items())
            {
                // Half of a conjunction would match too much and half of a disjunction too little.
                if (Condition(part, $"{path}.Rules[{i}]") is not { } condition)
                {
                    issues.LeftOut(path, "The rule is left out because one of its nested rules could not be carried over.");
                    return null;
                }

                parts.Add($"({condition})");
            }

            if (nested.EnumerateArray().Any(p => p.Member("SuccessEvent") is not null || p.Member("Actions") is not null))
            {
                issues.Dropped(path + ".Rules", "Events and actions of nested rules are not carried over; only the outer rule has an outcome.");
            }

            return parts.Count == 0 ? "true" : string.Join(op, parts);
        }

        string? source = rule.Text("Expression");
        if (source is null)
        {
            issues.LeftOut(path, "The rule has no expression.");
            return null;
        }

        string? cel = ForeignExpression.Translate(source, ForeignDialect.Lambda, null, out string error);
        if (cel is null)
        {
            issues.LeftOut(path + ".Expression", $"The condition cannot be carried over: {error}.");
        }

        return cel;
    }

    private RuleValue Outcome(JsonElement rule, string path, string name)
    {
        if (rule.Member("Actions") is { } actions)
        {
            if (actions.Member("OnFailure") is not null)
            {
                issues.Dropped(path + ".Actions.OnFailure", "There is no action for a rule that does not match.");
            }

            if (actions.Member("OnSuccess") is { } success)
            {
                if (success.Text("Name") == "OutputExpression" && success.Member("Context")?.Text("Expression") is { } expression
                    && ForeignExpression.Translate(expression, ForeignDialect.Lambda, null, out _) is { } cel)
                {
                    return "=" + cel;
                }

                issues.Dropped(path + ".Actions.OnSuccess", "The action cannot be carried over; the outcome is the success event or the rule's name.");
            }
        }

        return JsonReading.Literal(rule.Text("SuccessEvent") ?? name);
    }
}
