using System.CommandLine;
using EcomOps.Rules.Backtesting;
using EcomOps.Rules.DecisionSets;

namespace EcomOps.Cli.Commands.Rules;

// How recorded decisions are read; shared by backtest and diff.
internal sealed class BacktestArguments
{
    private readonly Option<string[]> _label = new("--label") { Description = "Label of what should have been stopped; may be repeated. Default: disputed, fraudulent, warned, chargeback." };
    private readonly Option<string[]> _good = new("--good-label") { Description = "Label of what was rightly let pass; may be repeated. Default: succeeded, refunded." };
    private readonly Option<string[]> _stop = new("--stop") { Description = "Action that stops; may be repeated. Default: block, decline, reject, refuse, stop." };
    private readonly Option<decimal?> _stopFrom = new("--stop-from") { Description = "A set that adds points stops from this sum up." };
    private readonly Option<string?> _action = new("--action") { Description = "Member of the outcome that is the action; 'action' unless given." };

    public static BacktestReport Run(RuleSet? before, RuleSet after, string history, BacktestOptions options)
    {
        if (!File.Exists(history))
        {
            throw new ToolFailure($"There is no file '{history}'.");
        }

        BacktestReport report = Backtest.Run(before, after, File.ReadLines(history), options);
        return report.Accepted > 0 || report.Lines == 0 ? report : throw new ToolFailure($"No line of '{history}' could be read; {report.Rejected[0].Path}: {report.Rejected[0].Message}");
    }

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_label, _good, _stop, _stopFrom, _action])
        {
            command.Add(option);
        }
    }

    public BacktestOptions Read(ParseResult parsed)
    {
        BacktestOptions options = new() { StopFrom = parsed.GetValue(_stopFrom) };
        options = parsed.GetValue(_action) is { } action ? options with { ActionMember = action } : options;
        options = Set(parsed.GetValue(_label)) is { } bad ? options with { BadLabels = bad } : options;
        options = Set(parsed.GetValue(_good)) is { } good ? options with { GoodLabels = good } : options;
        return Set(parsed.GetValue(_stop)) is { } stop ? options with { StoppingActions = stop } : options;
    }

    private static HashSet<string>? Set(string[]? values) => values is { Length: > 0 } ? new HashSet<string>(values, StringComparer.OrdinalIgnoreCase) : null;
}
