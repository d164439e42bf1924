using System.CommandLine;
using EcomOps.Rules.Backtesting;
using EcomOps.Rules.Comparing;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Cli.Commands.Rules;

internal static class DiffCommand
{
    public static Command Create()
    {
        Argument<string> before = RulesOptions.File("before", "Old version.");
        Argument<string> after = RulesOptions.File("after", "New version.");
        Option<string?> history = new("--history") { Description = "Recorded decisions, one JSON object a line: who changes, by how much money." };
        BacktestArguments arguments = new();
        Option<string?> vocabulary = RulesOptions.Vocabulary();
        Option<string[]> lists = RulesOptions.Lists();
        Option<bool> json = RulesOptions.Json();
        Command command = new("diff", """
            Compare two versions of a rule set by meaning, with an example input for each change; over recorded decisions also who changes and by how much money.

            Example:
              ecomops rules diff fraud-6.rules.yaml fraud-7.rules.yaml --history decisions.jsonl

            Exit code: 0 compared, 1 a set has errors, 2 nothing readable.
            """) { before, after, history, vocabulary, lists, json };
        arguments.AddTo(command);
        command.Does((parsed, output, error) =>
        {
            (RuleSetResult old, Vocabulary facts, _) = RuleSetLoading.Read(parsed.GetValue(before)!, parsed.GetValue(vocabulary), parsed.GetValue(lists));
            (RuleSetResult young, _, _) = RuleSetLoading.Read(parsed.GetValue(after)!, facts, parsed.GetValue(lists));
            RuleSet? oldSet = RuleSetLoading.Require(old, error);
            RuleSet? youngSet = RuleSetLoading.Require(young, error);
            if (oldSet is null || youngSet is null)
            {
                return Tool.Findings;
            }

            IReadOnlyList<RuleChange> changes = RuleSetComparer.Compare(oldSet.Document, youngSet.Document, facts);
            BacktestReport? report = parsed.GetValue(history) is { } lines ? BacktestArguments.Run(oldSet, youngSet, lines, arguments.Read(parsed)) : null;
            if (parsed.GetValue(json))
            {
                Tool.Json(output, new { Rules = changes.Select(ToJson), History = report is null ? null : BacktestOutput.ToJson(report) });
                return Tool.Fine;
            }

            output.WriteLine(changes.Count == 0 ? "The rules mean the same." : $"{changes.Count} rules differ:");
            foreach (RuleChange change in changes)
            {
                Write(output, change);
            }

            if (report is not null)
            {
                BacktestOutput.Changes(output, report);
            }

            return Tool.Fine;
        });
        return command;
    }

    private static void Write(TextWriter output, RuleChange change)
    {
        output.WriteLine($"  {change.Rule}: {change.Kind switch { RuleChangeKind.Added => "added", RuleChangeKind.Removed => "removed", RuleChangeKind.Reworded => "written differently, means the same", _ => "changed" }}");
        foreach (string detail in change.Details)
        {
            output.WriteLine("      " + detail);
        }

        if (change.Area?.Gained is { } gained)
        {
            output.WriteLine("      now matches, for example: " + gained);
        }

        if (change.Area?.Lost is { } lost)
        {
            output.WriteLine("      no longer matches, for example: " + lost);
        }

        if (change.Area is { IsUndecided: true })
        {
            output.WriteLine("      whether it matches other inputs is undecided");
        }
    }

    private static object ToJson(RuleChange change) => new
    {
        change.Rule,
        Kind = change.Kind.ToString().ToLowerInvariant(),
        change.Details,
        SameInputs = change.Area?.IsSame,
        Undecided = change.Area?.IsUndecided,
        Gained = change.Area?.Gained is { } gained ? RuleJson.Of(gained.Input) : null,
        Lost = change.Area?.Lost is { } lost ? RuleJson.Of(lost.Input) : null,
    };
}
