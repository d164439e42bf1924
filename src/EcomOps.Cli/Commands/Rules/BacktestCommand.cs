using System.CommandLine;
using EcomOps.Rules.Backtesting;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Cli.Commands.Rules;

internal static class BacktestCommand
{
    public static Command Create()
    {
        Argument<string> file = RulesOptions.File();
        Option<string> history = new("--history") { Description = "Recorded decisions, one JSON object a line, with 'facts', 'at', 'label', 'amount' and 'id'.", Required = true };
        Option<string?> against = new("--against") { Description = "The version to compare with, for example the one in force." };
        BacktestArguments arguments = new();
        Option<string?> vocabulary = RulesOptions.Vocabulary();
        Option<string[]> lists = RulesOptions.Lists();
        Option<bool> json = RulesOptions.Json();
        Command command = new("backtest", """
            Run a rule set over recorded decisions: what it would have stopped or let pass, against labels and amounts, and who changes compared with another version.

            Example:
              ecomops rules backtest fraud.rules.yaml --history decisions.jsonl --against fraud-live.rules.yaml --label disputed --label fraudulent

            Lines that cannot be read are counted and reported. Exit code: 0 done, 1 a set has errors, 2 nothing readable.
            """) { file, history, against, vocabulary, lists, json };
        arguments.AddTo(command);
        command.Does((parsed, output, error) =>
        {
            (RuleSetResult result, Vocabulary facts, _) = RuleSetLoading.Read(parsed.GetValue(file)!, parsed.GetValue(vocabulary), parsed.GetValue(lists));
            RuleSetResult? other = parsed.GetValue(against) is { } live ? RuleSetLoading.Read(live, facts, parsed.GetValue(lists)).Result : null;
            RuleSet? set = RuleSetLoading.Require(result, error);
            RuleSet? before = other is null ? null : RuleSetLoading.Require(other, error);
            if (set is null || (other is not null && before is null))
            {
                return Tool.Findings;
            }

            BacktestReport report = BacktestArguments.Run(before, set, parsed.GetValue(history)!, arguments.Read(parsed));
            if (parsed.GetValue(json))
            {
                Tool.Json(output, BacktestOutput.ToJson(report));
            }
            else
            {
                BacktestOutput.Write(output, report);
            }

            return Tool.Fine;
        });
        return command;
    }
}
