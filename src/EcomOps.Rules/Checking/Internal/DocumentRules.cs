using EcomOps.Rules.Analysis;
using EcomOps.Rules.Cel;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;
using NodaTime;

namespace EcomOps.Rules.Checking.Internal;

// The live rules of a document in the analyser's form, with the way back to their places.
internal sealed class DocumentRules
{
    private DocumentRules(RuleSetDocument document, IReadOnlyList<DocumentRule> rules, Dictionary<string, CelNode> variables)
    {
        Document = document;
        Rules = rules;
        Variables = variables;
    }

    public RuleSetDocument Document { get; }

    public IReadOnlyList<DocumentRule> Rules { get; }

    public Dictionary<string, CelNode> Variables { get; }

    public static DocumentRules Of(RuleSetDocument document)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(document.Zone) ?? DateTimeZone.Utc;
        Dictionary<string, CelNode> variables = document.Variables.ToDictionary(v => v.Name, v => Parse(v.Expression, v.Name), StringComparer.Ordinal);
        List<DocumentRule> rules = [];
        foreach (FlatRule flat in document.Flatten().Where(f => f.Mode == RuleMode.Live && f.Definition.Then is not null))
        {
            CelNode[] conditions = [.. flat.Conditions.Select(c => Parse(c.Source, c.Path))];
            AnalysisRule rule = new()
            {
                Id = flat.Id,
                Conditions = conditions,
                Outcome = Outcome(document, flat),
                Priority = flat.Priority,
                From = flat.From.Count == 0 ? null : flat.From.Max(f => f.In(zone)),
                Until = flat.Until.Count == 0 ? null : flat.Until.Min(u => u.In(zone)),
            };
            List<(FlatCondition, CelNode)> conjuncts = [];
            for (int i = 0; i < conditions.Length; i++)
            {
                conjuncts.AddRange(CelBinary.Flatten(conditions[i], CelOperator.And).Select(n => (flat.Conditions[i], n)));
            }

            rules.Add(new DocumentRule(flat, rule, conjuncts));
        }

        return new DocumentRules(document, rules, variables);
    }

    public AnalysisInput Input(Vocabulary vocabulary) => new()
    {
        Domain = vocabulary,
        HitPolicy = Document.HitPolicy.Kind,
        Rules = [.. Rules.Select(r => r.Analysis)],
        HasDefault = Document.Default is not null,
        Variables = Variables,
        Currency = Document.Currency,
    };

    // A score is part of what a rule gives under best.
    private static RuleValue Outcome(RuleSetDocument document, FlatRule rule) => document.HitPolicy.Kind == HitPolicyKind.Best
        ? RuleValue.Map(("then", rule.Definition.Then!), ("score", rule.Definition.Score ?? document.Score ?? string.Empty))
        : rule.Definition.Then!;

    private static CelNode Parse(string source, string place)
    {
        CelParseResult parsed = CelParser.Parse(source);
        return parsed.IsSuccess ? parsed.Root : throw new ArgumentException($"{place}: {parsed.Diagnostics[0].Message}", nameof(source));
    }
}

internal sealed record DocumentRule(FlatRule Flat, AnalysisRule Analysis, IReadOnlyList<(FlatCondition Condition, CelNode Node)> Conjuncts)
{
    public string Text(int conjunct)
    {
        (FlatCondition condition, CelNode node) = Conjuncts[conjunct];
        return condition.Source.Substring(node.Span.Offset, node.Span.Length);
    }
}
