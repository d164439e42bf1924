using EcomOps.Operations.Documents;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Rendering;

namespace EcomOps.Operations.Artefacts;

/// <summary>Rules in force as sentences, straight from the set that decided.</summary>
internal static class RuleWording
{
    internal static IEnumerable<Block> Sentences(RuleSet rules, IReadOnlyDictionary<string, int>? applied = null)
    {
        yield return new Paragraph($"Rule set `{rules.Identity}`, {Policy(rules.Document.HitPolicy.Kind)}.");
        yield return new BulletList([.. rules.Document.Flatten().Select(r => Sentence(r, rules, applied))], Ordered: true);
    }

    private static string Sentence(FlatRule rule, RuleSet rules, IReadOnlyDictionary<string, int>? applied)
    {
        string sentence = RuleRenderer.Sentence(rule, rules.Document, rules.Vocabulary).Replace("..", ".", StringComparison.Ordinal);
        return applied is null ? $"**{rule.Id}**: {sentence}" : $"**{rule.Id}** ({Wording.Number(applied.GetValueOrDefault(rule.Id))}): {sentence}";
    }

    private static string Policy(HitPolicyKind kind) => kind switch
    {
        HitPolicyKind.First => "the first rule that applies decides",
        HitPolicyKind.Collect => "all rules that apply count",
        HitPolicyKind.Accumulate => "the points of all rules that apply are added up",
        HitPolicyKind.Unique => "at most one rule may apply",
        _ => $"hit policy {kind}",
    };
}
