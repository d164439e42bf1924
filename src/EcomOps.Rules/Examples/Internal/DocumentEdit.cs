using System.Globalization;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Examples.Internal;

internal static class DocumentEdit
{
    // Replaces the rule at a path such as rules[2].rules[0]; null removes it.
    public static RuleSetDocument Replace(RuleSetDocument document, string path, RuleDefinition? rule)
    {
        int[] indexes = [.. path.Split('[').Skip(1).Select(p => int.Parse(p.AsSpan(0, p.IndexOf(']')), CultureInfo.InvariantCulture))];
        return document with { Rules = Replace(document.Rules, indexes, 0, rule) };
    }

    private static ValueList<RuleDefinition> Replace(ValueList<RuleDefinition> rules, int[] indexes, int depth, RuleDefinition? rule)
    {
        List<RuleDefinition> changed = [.. rules];
        int index = indexes[depth];
        if (depth + 1 < indexes.Length)
        {
            changed[index] = changed[index] with { Rules = Replace(changed[index].Rules, indexes, depth + 1, rule) };
        }
        else if (rule is null)
        {
            changed.RemoveAt(index);
        }
        else
        {
            changed[index] = rule;
        }

        return changed.ToValueList();
    }
}
