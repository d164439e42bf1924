namespace EcomOps.Rules.Documents.Internal;

internal static class RuleFlattening
{
    public static List<FlatRule> Flatten(IReadOnlyList<RuleDefinition> rules)
    {
        List<FlatRule> flat = [];
        Add(rules, "rules", null, flat);
        return flat;
    }

    private static void Add(IReadOnlyList<RuleDefinition> rules, string path, FlatRule? outer, List<FlatRule> flat)
    {
        for (int i = 0; i < rules.Count; i++)
        {
            RuleDefinition rule = rules[i];
            string here = $"{path}[{i}]";
            var combined = new FlatRule
            {
                Id = outer is null ? rule.Id : outer.Id + "/" + rule.Id,
                Path = here,
                Definition = rule,
                Conditions = rule.When is null
                    ? outer?.Conditions ?? []
                    : [.. outer?.Conditions ?? [], new FlatCondition(rule.When, here + ".when")],
                Priority = rule.Priority ?? outer?.Priority ?? 0,
                Mode = (RuleMode)Math.Max((int)(rule.Mode ?? RuleMode.Live), (int)(outer?.Mode ?? RuleMode.Live)),
                From = rule.From is null ? outer?.From ?? [] : [.. outer?.From ?? [], rule.From],
                Until = rule.Until is null ? outer?.Until ?? [] : [.. outer?.Until ?? [], rule.Until],
                Tags = outer is null ? rule.Tags : outer.Tags.Union(rule.Tags).ToValueList(),
            };
            if (rule.Rules.Count > 0)
            {
                Add(rule.Rules, here + ".rules", combined, flat);
            }

            // A group has no outcome of its own; with one it stands behind its nested rules, as the case that they leave.
            if (rule.Then is not null || rule.Rules.Count == 0)
            {
                flat.Add(combined);
            }
        }
    }
}
