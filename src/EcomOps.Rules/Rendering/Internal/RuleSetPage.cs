using System.Globalization;
using System.Text;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Rendering.Internal;

// A set as a page for people who read but do not write rules.
internal sealed class RuleSetPage(RuleSetDocument document, Vocabulary vocabulary)
{
    private readonly StringBuilder _text = new();
    private readonly RuleSentence _sentences = new(document, vocabulary);

    public string Write()
    {
        Line($"# {document.Title ?? document.Id}");
        Line();
        if (document.Description is { } description)
        {
            Line(description.Trim());
            Line();
        }

        Line(string.Create(CultureInfo.InvariantCulture, $"Set `{document.Id}`, version {document.Version}{(document.Owner is null ? string.Empty : ", owner " + document.Owner)}. {Policy()} Days are days in {document.Zone}."));
        Line();
        Line("## Rules");
        Line();
        int number = 0;
        foreach (FlatRule rule in document.Flatten())
        {
            string title = rule.Definition.Title is { } t ? $"**{Cell(t)}** " : string.Empty;
            string priority = document.HitPolicy.Kind == HitPolicyKind.Priority ? string.Create(CultureInfo.InvariantCulture, $" Priority {rule.Priority}.") : string.Empty;
            string tags = rule.Tags.Count == 0 ? string.Empty : $" Tags: {string.Join(", ", rule.Tags)}.";
            Line(string.Create(CultureInfo.InvariantCulture, $"{++number}. {title}(`{rule.Id}`) {_sentences.Of(rule)}{priority}{tags}"));
        }

        Line();
        Line(document.Default is null ? "When no rule matches there is no outcome." : $"When no rule matches, {_sentences.Outcome(document.Default)}.");
        Examples();
        Facts();
        return _text.ToString();
    }

    private string Policy() => document.HitPolicy.Kind switch
    {
        HitPolicyKind.Unique => "At most one rule may match an input.",
        HitPolicyKind.Any => "Several rules may match when they agree.",
        HitPolicyKind.First => "The first rule that matches decides.",
        HitPolicyKind.Priority => "The matching rule of the largest priority decides.",
        HitPolicyKind.Collect => "The outcomes of all matching rules are collected.",
        HitPolicyKind.Accumulate => document.HitPolicy.Fold switch
        {
            FoldOperation.Sum => "The values of all matching rules are added up.",
            FoldOperation.Min => "The smallest value of the matching rules counts.",
            FoldOperation.Max => "The largest value of the matching rules counts.",
            _ => "The matching rules are counted.",
        },
        _ => document.HitPolicy.LowestScoreWins ? "The matching rule of the lowest score decides." : "The matching rule of the highest score decides.",
    };

    private void Examples()
    {
        if (document.Tests.Count == 0)
        {
            return;
        }

        Line();
        Line("## Examples");
        Line();
        Line("| example | given | expected |");
        Line("|---|---|---|");
        foreach (RuleTest test in document.Tests)
        {
            Line($"| {Cell(test.Name)} | {Cell(string.Join(", ", Flat(test.Given, string.Empty)))} | {Cell(test.Expect.Outcome?.ToString() ?? test.Expect.Decision?.ToString() ?? string.Join(", ", test.Expect.Matched ?? []))} |");
        }
    }

    private void Facts()
    {
        string all = string.Join('\n', document.Flatten().SelectMany(r => r.Conditions).Select(c => c.Source).Concat(document.Variables.Select(v => v.Expression)));
        VocabularyAttribute[] used = [.. vocabulary.Attributes.Where(a => all.Contains(a.Path, StringComparison.Ordinal))];
        if (used.Length == 0)
        {
            return;
        }

        Line();
        Line("## Facts");
        Line();
        VocabularyPage.Table(_text, used);
    }

    private static IEnumerable<string> Flat(MapValue map, string prefix) => map.Members.SelectMany(m =>
        m.Value is MapValue inner ? Flat(inner, prefix + m.Key + ".") : [$"{prefix}{m.Key} = {m.Value}"]);

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');

    private void Line(string text = "") => _text.Append(text).Append('\n');
}
