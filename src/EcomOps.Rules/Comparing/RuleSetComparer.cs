using EcomOps.Rules.Analysis;
using EcomOps.Rules.Checking.Internal;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Comparing;

/// <summary>Compares two versions of a set by meaning: a condition that is only written differently is no change.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class RuleSetComparer
{
    /// <summary>Compares two documents without errors.</summary>
    /// <param name="before">Old version.</param>
    /// <param name="after">New version.</param>
    /// <param name="vocabulary">Vocabulary of both.</param>
    /// <returns>Changes of rules, those of the old version first in its order, then added ones; empty when nothing changed.</returns>
    /// <exception cref="ArgumentException">An expression does not parse.</exception>
    public static IReadOnlyList<RuleChange> Compare(RuleSetDocument before, RuleSetDocument after, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        AreaComparison areas = AreaComparison.Of(DocumentRules.Of(before).Input(vocabulary), DocumentRules.Of(after).Input(vocabulary));
        FlatRule[] old = [.. before.Flatten()];
        FlatRule[] young = [.. after.Flatten()];
        string[] oldOrder = [.. old.Select(r => r.Id).Intersect(young.Select(r => r.Id))];
        string[] youngOrder = [.. young.Select(r => r.Id).Intersect(old.Select(r => r.Id))];
        bool ordered = before.HitPolicy.Kind is HitPolicyKind.First or HitPolicyKind.Priority or HitPolicyKind.Best;
        List<RuleChange> changes = [];
        foreach (FlatRule rule in old)
        {
            if (Array.Find(young, r => r.Id == rule.Id) is not { } other)
            {
                changes.Add(new RuleChange(rule.Id, RuleChangeKind.Removed, [], areas.Compare(rule.Id, null)));
                continue;
            }

            List<string> details = Details(rule, other);
            if (ordered && Array.IndexOf(oldOrder, rule.Id) is var from && Array.IndexOf(youngOrder, rule.Id) is var to && from != to)
            {
                details.Add(FormattableString.Invariant($"place {from + 1} became {to + 1}"));
            }

            AreaChange? area = areas.Compare(rule.Id, rule.Id);
            if (details.Count > 0 || area is { IsSame: false })
            {
                changes.Add(new RuleChange(rule.Id, RuleChangeKind.Changed, details, area));
            }
            else if (!rule.Conditions.Select(c => c.Source).SequenceEqual(other.Conditions.Select(c => c.Source)))
            {
                changes.Add(new RuleChange(rule.Id, area is null ? RuleChangeKind.Changed : RuleChangeKind.Reworded, [], area));
            }
        }

        changes.AddRange(young.Where(r => !Array.Exists(old, o => o.Id == r.Id)).Select(r => new RuleChange(r.Id, RuleChangeKind.Added, [], areas.Compare(null, r.Id))));
        return changes;
    }

    private static List<string> Details(FlatRule rule, FlatRule other)
    {
        List<string> details = [];
        if (!Equals(rule.Definition.Then, other.Definition.Then))
        {
            details.Add($"outcome {rule.Definition.Then} became {other.Definition.Then}");
        }

        if (rule.Definition.Score != other.Definition.Score)
        {
            details.Add($"score {rule.Definition.Score ?? "(the set's)"} became {other.Definition.Score ?? "(the set's)"}");
        }

        if (rule.Priority != other.Priority)
        {
            details.Add(FormattableString.Invariant($"priority {rule.Priority} became {other.Priority}"));
        }

        if (rule.Mode != other.Mode)
        {
            details.Add($"mode {rule.Mode} became {other.Mode}");
        }

        return details;
    }
}
