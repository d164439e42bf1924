using System.CommandLine;

namespace EcomOps.Cli.Commands.Rules;

/// <summary><c>ecomops rules</c>: check, test, explain, backtest, compare and show rule sets.</summary>
internal static class RulesCommand
{
    public static Command Create() => new("rules", "Check, test, explain, backtest, compare and show rule sets.")
    {
        CheckCommand.Create(),
        TestCommand.Create(),
        ExplainCommand.Create(),
        BacktestCommand.Create(),
        DiffCommand.Create(),
        RenderCommand.Create(),
        SchemaCommand.Create(),
        ImportCommand.Create(),
    };
}
