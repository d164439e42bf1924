using EcomOps.Rules.Analysis;
using EcomOps.Rules.Checking.Internal;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Examples.Internal;

// Changes a document a little at a time and sees whether an example notices.
internal sealed class MutationRun(RuleSet set, DocumentPlaces places, ExampleOptions options)
{
    public MutationScore Run()
    {
        RuleSetDocument document = set.Document;
        List<Mutation> all = [.. document.Flatten().Where(r => r.Mode == RuleMode.Live).SelectMany(r => Mutations.Of(document, r, set.Vocabulary))];
        List<Mutation> tried = all.Count <= options.MaximumMutants
            ? all
            : [.. Enumerable.Range(0, options.MaximumMutants).Select(i => all[(int)((long)i * all.Count / options.MaximumMutants)])];
        int killed = 0;
        int equal = 0;
        List<Mutant> survivors = [];
        foreach (Mutation mutation in tried)
        {
            RuleSetDocument changed = DocumentEdit.Replace(document, mutation.Path, mutation.Changed);
            RuleSetResult compiled = RuleSet.Compile(changed with { Use = [] }, set.Vocabulary, options.Compilation);

            // A change that no longer checks is no mutant: an author would be told at once.
            if (compiled.Set is null)
            {
                continue;
            }

            if (changed.Tests.Any(t => !ExampleRunner.Run(compiled.Set, t, trace: false).Passed))
            {
                killed++;
            }
            else if (IsEqual(document, changed, mutation))
            {
                equal++;
            }
            else
            {
                survivors.Add(new Mutant(mutation.Rule, mutation.Description, places.Find(mutation.Place, mutation.Start, mutation.Length)));
            }
        }

        return new MutationScore(killed, survivors, equal, all.Count - tried.Count);
    }

    private HashSet<string>? _neverWinning;

    // Proven by the analyser: every rule still matches the same inputs, or a rule that never wins still never does.
    private bool IsEqual(RuleSetDocument before, RuleSetDocument after, Mutation mutation)
    {
        _neverWinning ??= NeverWinning(before);
        if (_neverWinning.Contains(mutation.Rule) && (!mutation.IsCondition || NeverWinning(after).Contains(mutation.Rule)))
        {
            return true;
        }

        if (!mutation.IsCondition)
        {
            return false;
        }

        AnalysisInput old = Affected(before, mutation.Rule);
        AreaComparison areas = AreaComparison.Of(old, Affected(after, mutation.Rule));
        return old.Rules.All(r => areas.Compare(r.Id, r.Id) is { IsSame: true });
    }

    private HashSet<string> NeverWinning(RuleSetDocument document) =>
        [.. RuleAnalyzer.Analyze(DocumentRules.Of(document).Input(set.Vocabulary)).Findings
            .Where(f => f is ShadowedRule or UnsatisfiableRule && f.Certainty == Certainty.Proven)
            .SelectMany(f => f.Rules)];

    private AnalysisInput Affected(RuleSetDocument document, string rule)
    {
        AnalysisInput input = DocumentRules.Of(document).Input(set.Vocabulary);
        return input with { Rules = [.. input.Rules.Where(r => r.Id == rule || r.Id.StartsWith(rule + "/", StringComparison.Ordinal))] };
    }
}
