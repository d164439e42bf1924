using System.CommandLine;
using EcomOps.Core;
using EcomOps.Rules.Analysis;
using EcomOps.Rules.Checking;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Cli.Commands.Rules;

internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string[]> files = new("files") { Description = "Rule sets, YAML or JSON.", Arity = ArgumentArity.OneOrMore };
        Option<string?> vocabulary = RulesOptions.Vocabulary();
        Option<string[]> lists = RulesOptions.Lists();
        Option<bool> noAnalysis = new("--no-analysis") { Description = "Leave out the analysis across rules." };
        Option<string?> asOf = new("--as-of") { Description = "Also report rules whose window has passed at this instant or day." };
        Option<bool> json = RulesOptions.Json();
        Command command = new("check", """
            Report everything wrong with rule sets: errors with line, column and fix, and across rules contradictions, duplicates, overlaps, shadowed rules and gaps with an example input.

            Example:
              ecomops rules check fraud.rules.yaml --vocabulary checkout.vocabulary.yaml

            Exit code: 0 nothing to mend, 1 errors or warnings, 2 nothing readable.
            """) { files, vocabulary, lists, noAnalysis, asOf, json };
        command.Does((parsed, output, error) =>
        {
            CheckOptions options = new()
            {
                Analysis = !parsed.GetValue(noAnalysis),
                AsOf = parsed.GetValue(asOf) is { } text ? Tool.Instant(text) : null,
            };
            List<RuleSetCheck> checks = [];
            foreach (string file in parsed.GetValue(files)!)
            {
                (RuleSetResult result, Vocabulary facts, _) = RuleSetLoading.Read(file, parsed.GetValue(vocabulary), parsed.GetValue(lists));
                checks.Add(RuleSetChecker.Check(result, facts, options));
            }

            if (parsed.GetValue(json))
            {
                Tool.Json(output, checks.Select(ToJson));
            }
            else
            {
                checks.ForEach(c => Write(output, c));
            }

            return checks.Exists(c => c.HasFindings) ? Tool.Findings : Tool.Fine;
        });
        return command;
    }

    private static void Write(TextWriter output, RuleSetCheck check)
    {
        DiagnosticOutput.Write(output, check.Diagnostics);
        int errors = check.Diagnostics.Count(d => d.Severity == Severity.Error);
        int warnings = check.Diagnostics.Count(d => d.Severity == Severity.Warning);
        int hints = check.Diagnostics.Count - errors - warnings;
        string analysis = check.Report is null ? (errors > 0 ? "; not analysed because of the errors" : "; not analysed") : string.Empty;
        output.WriteLine(check.Diagnostics.Count == 0
            ? $"{check.Result.Name}: nothing to report{analysis}"
            : $"{check.Result.Name}: {errors} errors, {warnings} warnings, {hints} hints{analysis}");
    }

    private static object ToJson(RuleSetCheck check) => new
    {
        File = check.Result.Name,
        Diagnostics = check.Diagnostics.Select(DiagnosticOutput.ToJson),
        Findings = check.Report?.Findings.Select(ToJson),
    };

    private static object ToJson(AnalysisFinding finding) => new
    {
        finding.Kind,
        finding.Rules,
        Certainty = finding.Certainty == Certainty.Proven ? "proven" : "undecided",
        SameOutcome = finding is OverlappingRules overlap ? overlap.SameOutcome : (bool?)null,
        By = finding is ShadowedRule shadowed ? shadowed.By : null,
        Conjuncts = finding is UnsatisfiableRule unsatisfiable ? unsatisfiable.Conjuncts : null,
        Witness = (finding is OverlappingRules o ? o.Witness : finding is GapInRules g ? g.Witness : null) is { } witness ? RuleJson.Of(witness.Input) : null,
        Calls = (finding is OverlappingRules p ? p.Witness : finding is GapInRules h ? h.Witness : null) is { Calls.Count: > 0 } called ? called.Calls : null,
    };
}
