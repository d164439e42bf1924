using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Explanation;

namespace EcomOps.Rules.Examples.Internal;

// Counts what the traces of examples show.
internal sealed class Coverage(RuleSetDocument document)
{
    private readonly Dictionary<string, int[]> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Rule, string Source, int[] Counts)> _conditions = new(StringComparer.Ordinal);

    public bool DefaultReached { get; private set; }

    public bool SeveralMatched { get; private set; }

    public void Add(Decision decision, DecisionTrace trace)
    {
        DefaultReached |= decision is Decided { IsDefault: true };
        int matched = 0;
        foreach (RuleExplanation rule in trace.Rules)
        {
            if (!_rules.TryGetValue(rule.Id, out int[]? counts))
            {
                _rules[rule.Id] = counts = new int[2];
            }

            counts[rule.Status == RuleStatus.Matched ? 0 : 1]++;
            matched += rule.Status == RuleStatus.Matched && !rule.IsShadow ? 1 : 0;
            foreach (ConditionExplanation condition in rule.Conditions)
            {
                if (!_conditions.TryGetValue(condition.Code, out (string Rule, string Source, int[] Counts) known))
                {
                    _conditions[condition.Code] = known = (rule.Id, condition.Source, new int[2]);
                }

                if (condition.Result is ConditionResult.True or ConditionResult.False)
                {
                    known.Counts[condition.Result == ConditionResult.True ? 0 : 1]++;
                }
            }
        }

        SeveralMatched |= matched > 1;
    }

    public List<RuleCoverage> Rules()
    {
        List<RuleCoverage> rules = [];
        foreach (FlatRule rule in document.Flatten().Where(r => r.Mode == RuleMode.Live))
        {
            int[] counts = _rules.GetValueOrDefault(rule.Id) ?? new int[2];
            rules.Add(new RuleCoverage(rule.Id, counts[0], counts[1],
                [.. _conditions.Where(c => c.Value.Rule == rule.Id).Select(c => new ConditionCoverage(c.Key, c.Value.Source, c.Value.Counts[0], c.Value.Counts[1]))]));
        }

        return rules;
    }
}
