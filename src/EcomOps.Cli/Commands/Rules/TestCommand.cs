using System.CommandLine;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Examples;

namespace EcomOps.Cli.Commands.Rules;

internal static class TestCommand
{
    public static Command Create()
    {
        Argument<string> file = RulesOptions.File();
        Option<string?> vocabulary = RulesOptions.Vocabulary();
        Option<string[]> lists = RulesOptions.Lists();
        Option<bool> noMutation = new("--no-mutation") { Description = "Leave out the mutation score." };
        Option<double?> minimum = new("--minimum-score") { Description = "Mutation score below which the exit code is 1, from 0 to 1." };
        Option<bool> json = RulesOptions.Json();
        Command command = new("test", """
            Run the examples embedded in a rule set; show which rules and conditions they exercise and which small changes of the rules they would not notice.

            Example:
              ecomops rules test fraud.rules.yaml --minimum-score 0.8

            Exit code: 0 every example holds, 1 one does not or the score is too low, 2 nothing readable.
            """) { file, vocabulary, lists, noMutation, minimum, json };
        command.Does((parsed, output, error) =>
        {
            (RuleSetResult result, _, RuleSetOptions options) = RuleSetLoading.Read(parsed.GetValue(file)!, parsed.GetValue(vocabulary), parsed.GetValue(lists));
            if (RuleSetLoading.Require(result, error) is not { } set)
            {
                return Tool.Findings;
            }

            ExampleReport report = ExampleRunner.Run(set, result.Places, new ExampleOptions { Mutation = !parsed.GetValue(noMutation), Compilation = options });
            if (parsed.GetValue(json))
            {
                Tool.Json(output, ToJson(report));
            }
            else
            {
                Write(output, result.Name, report);
            }

            return !report.Passed || report.Mutation?.Score < parsed.GetValue(minimum) ? Tool.Findings : Tool.Fine;
        });
        return command;
    }

    private static void Write(TextWriter output, string file, ExampleReport report)
    {
        foreach (ExampleResult result in report.Results)
        {
            output.WriteLine($"{(result.Passed ? "pass" : "FAIL")}  {result.Name}");
            foreach (string failure in result.Failures)
            {
                output.WriteLine("      " + failure);
            }
        }

        output.WriteLine($"{report.Results.Count(r => r.Passed)} of {report.Results.Count} examples hold; rules {Tool.Percent(report.RuleShare)}, conditions {Tool.Percent(report.ConditionShare)} covered"
            + (report.DefaultReached == false ? "; the default is never reached" : string.Empty)
            + (report.SeveralMatched ? string.Empty : "; no example has several matching rules"));
        foreach (RuleCoverage rule in report.Rules.Where(r => !r.IsCovered))
        {
            output.WriteLine($"  {rule.Rule}: {(rule.Matched == 0 ? "never matches" : "always matches")} in the examples");
        }

        foreach (ConditionCoverage condition in report.Rules.Where(r => r.IsCovered).SelectMany(r => r.Conditions).Where(c => !c.IsCovered))
        {
            output.WriteLine($"  {condition.Code}: '{condition.Source}' is never {(condition.Held == 0 ? "true" : "false")}");
        }

        if (report.Mutation is not { } mutation)
        {
            return;
        }

        output.WriteLine($"mutation score {Tool.Percent(mutation.Score)}: {mutation.Killed} changes noticed, {mutation.Survivors.Count} not, {mutation.Equal} change nothing"
            + (mutation.LeftOut == 0 ? string.Empty : $", {mutation.LeftOut} not tried"));
        foreach (Mutant mutant in mutation.Survivors)
        {
            output.WriteLine($"  {file}:{mutant.Span.Line}:{mutant.Span.Column} {mutant.Rule}: not noticed: {mutant.Change}");
        }
    }

    private static object ToJson(ExampleReport report) => new
    {
        report.Passed,
        Examples = report.Results.Select(r => new { r.Name, r.Passed, r.Failures }),
        report.RuleShare,
        report.ConditionShare,
        report.DefaultReached,
        report.SeveralMatched,
        Rules = report.Rules.Select(r => new { r.Rule, r.Matched, r.NotMatched, r.IsCovered, r.Conditions }),
        Mutation = report.Mutation is not { } m ? null : new
        {
            m.Score,
            m.Killed,
            m.Equal,
            m.LeftOut,
            Survivors = m.Survivors.Select(s => new { s.Rule, s.Change, s.Span.Line, s.Span.Column }),
        },
    };
}
