using EcomOps.Core;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Documents.Internal;
using EcomOps.Rules.Vocabularies;
using EcomOps.Rules.Vocabularies.Internal;
using NodaTime;

namespace EcomOps.Rules.DecisionSets.Internal;

// Checks a document against its vocabulary and makes the engine. Everything wrong is reported; the engine is only used when nothing is.
internal sealed class SetCompiler(RuleSetDocument document, Vocabulary vocabulary, ExpressionCompiler expressions, DocumentReport report)
{
    private static readonly string[] FoldTypes = ["int", "decimal", "money"];
    private readonly OutcomeCompiler _outcomes = new(document, expressions, report);

    public IReadOnlyList<CompiledRule> Rules { get; private set; } = [];

    public DecisionEngine Compile()
    {
        CheckVocabulary();
        DateTimeZone zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(document.Zone) ?? DateTimeZone.Utc;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(document.Zone) is null)
        {
            report.Error(DocumentCodes.BadValue, "zone", $"'{document.Zone}' is not an IANA time zone.");
        }

        IReadOnlyList<FlatRule> flat = document.Flatten();
        HashSet<string> ids = new(StringComparer.Ordinal);
        List<CompiledRule> compiled = new(flat.Count);
        List<FlatRule> known = new(flat.Count);
        for (int i = 0; i < flat.Count; i++)
        {
            FlatRule rule = flat[i];
            if (!ids.Add(rule.Id))
            {
                report.Error(DocumentCodes.DuplicateId, rule.Path + ".id", $"Two rules have the id '{rule.Id}'; decisions name rules by id.");
                continue;
            }

            known.Add(rule);
            if (Rule(rule, i, zone) is { } done)
            {
                compiled.Add(done);
            }
        }

        OutcomePlan? fallback = document.Default is null ? null : _outcomes.Plan("(default)", document.Default, "default");
        object? start = Fold();
        expressions.Finish();
        CheckTests();
        Rules = compiled;
        return new DecisionEngine(document, report.Problems.HasErrors ? [] : compiled, report.Problems.HasErrors ? [] : known, fallback, start, document.Base is not null);
    }

    private CompiledRule? Rule(FlatRule rule, int order, DateTimeZone zone)
    {
        Instant from = rule.From.Count == 0 ? Instant.MinValue : rule.From.Max(f => f.In(zone));
        Instant until = rule.Until.Count == 0 ? Instant.MaxValue : rule.Until.Min(u => u.In(zone));
        if (until <= from && rule.Until.Count > 0)
        {
            report.Error(DocumentCodes.EmptyWindow, rule.Path + (rule.Definition.Until is null ? ".from" : ".until"), $"The window of '{rule.Id}' is empty: it ends at {until}, before or when it begins at {from}.");
        }

        ConditionPart[] parts = expressions.Condition(rule.Conditions);
        if (rule.Definition.Then is null)
        {
            report.Error(DocumentCodes.NoOutcome, rule.Path, $"Rule '{rule.Id}' has no outcome; write 'then', or nest rules in it.");
            return null;
        }

        OutcomePlan then = _outcomes.Plan(rule.Id, rule.Definition.Then, rule.Path + ".then");
        ScorePlan? score = Score(rule);
        return rule.Mode == RuleMode.Off ? null : new CompiledRule
        {
            Id = rule.Id,
            Order = order,
            Source = rule,
            Parts = parts,
            Then = then,
            Score = score,
            Priority = rule.Priority,
            From = from,
            Until = until,
            IsShadow = rule.Mode == RuleMode.Shadow,
        };
    }

    private ScorePlan? Score(FlatRule rule)
    {
        bool own = rule.Definition.Score is not null;
        string? source = rule.Definition.Score ?? document.Score;
        if (document.HitPolicy.Kind != HitPolicyKind.Best)
        {
            if (own)
            {
                report.Error(DocumentCodes.Score, rule.Path + ".score", $"A score only has a meaning under best(max) or best(min), not under {document.HitPolicy}.");
            }

            return null;
        }

        if (source is null)
        {
            report.Error(DocumentCodes.Score, rule.Path, $"Rule '{rule.Id}' has no score and neither has the set; best needs one.");
            return null;
        }

        return new ScorePlan(expressions.Value(source, own ? rule.Path + ".score" : "score", null));
    }

    private object? Fold()
    {
        if (document.HitPolicy.Kind != HitPolicyKind.Accumulate)
        {
            if (document.Fold is not null)
            {
                report.Error(DocumentCodes.Fold, "fold", $"'fold' only has a meaning under accumulate, not under {document.HitPolicy}.");
            }

            if (document.Base is not null)
            {
                report.Error(DocumentCodes.Fold, "base", $"'base' only has a meaning under accumulate(sum), not under {document.HitPolicy}.");
            }

            return null;
        }

        FoldOperation operation = document.HitPolicy.Fold!.Value;
        OutcomeType? folded = document.Outcome;
        if (document.Fold is { } name)
        {
            folded = document.Outcome?.Members?.FirstOrDefault(m => m.Name == name)?.Type;
            if (folded is null && document.Outcome is not null && operation != FoldOperation.Count)
            {
                string? nearest = NearestName.Of(name, document.Outcome.Members?.Select(m => m.Name) ?? []);
                report.Error(DocumentCodes.Fold, "fold", $"The outcome has no member '{name}' to fold." + (nearest is null ? "" : $" Did you mean {nearest}?"), nearest);
                return null;
            }
        }
        else if (document.Outcome is { Members: not null } && operation != FoldOperation.Count)
        {
            report.Error(DocumentCodes.Fold, "hitPolicy", "The outcome has members; say with 'fold' which one is folded.");
            return null;
        }

        if (operation == FoldOperation.Sum && folded is not null && !FoldTypes.Contains(folded.Name))
        {
            report.Error(DocumentCodes.Fold, document.Fold is null ? "hitPolicy" : "fold", $"A sum needs int, decimal or money, not {folded}; binary floating point would depend on the order of the rules.");
            return null;
        }

        if (operation == FoldOperation.Sum)
        {
            return Start(folded);
        }

        if (document.Base is not null)
        {
            report.Error(DocumentCodes.Fold, "base", $"'base' only has a meaning under accumulate(sum), not under {document.HitPolicy}.");
        }

        return null;
    }

    private object? Start(OutcomeType? folded)
    {
        if (document.Base is not null)
        {
            return _outcomes.Value(document.Base, folded, "base") is ConstantPlan constant ? constant.Value : null;
        }

        return folded?.Name switch
        {
            "decimal" => 0m,
            "money" => document.Currency is null ? null : Money.Zero(Currency.FromCode(document.Currency)),
            "int" => 0L,
            _ => FoldsWholeNumbers() ? 0L : null,
        };
    }

    // Without a declared outcome the rules' literals tell whether the sum is of whole numbers.
    private bool FoldsWholeNumbers() => document.Flatten().Select(r => r.Definition.Then)
        .Select(t => document.Fold is null ? t : (t as MapValue)?[document.Fold])
        .All(v => v is null or NumberValue { IsWhole: true });

    private void CheckVocabulary()
    {
        if (document.Facts is not null && document.Facts != vocabulary.Reference)
        {
            report.Error(DocumentCodes.OtherVocabulary, "facts", $"The set is written for the vocabulary '{document.Facts}', but '{vocabulary.Reference}' is given.");
        }
    }

    private void CheckTests()
    {
        for (int i = 0; i < document.Tests.Count; i++)
        {
            RuleTest test = document.Tests[i];
            if (!Facts.TryRead(vocabulary, test.Given, out _, out IReadOnlyList<Issue> issues, document.Currency))
            {
                foreach (Issue issue in issues)
                {
                    report.Error(DocumentCodes.TestFacts, $"tests[{i}].given.{issue.Path}", issue.Message);
                }
            }

            HashSet<string>? ids = test.Expect.Matched is null ? null : [.. document.Flatten().Select(f => f.Id)];
            foreach (string id in test.Expect.Matched ?? [])
            {
                if (!ids!.Contains(id))
                {
                    string? nearest = NearestName.Of(id, ids);
                    report.Error(DocumentCodes.TestFacts, $"tests[{i}].expect.matched", $"There is no rule '{YamlTree.Shorten(id)}'." + (nearest is null ? "" : $" Did you mean {nearest}?"));
                }
            }
        }
    }
}
