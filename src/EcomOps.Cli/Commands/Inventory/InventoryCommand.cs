using System.CommandLine;

namespace EcomOps.Cli.Commands.Inventory;

/// <summary><c>ecomops inventory</c>: the stock ledger, forecasts and purchase plans.</summary>
internal static class InventoryCommand
{
    public static Command Create()
    {
        var command = new Command("inventory", "Import, show and prove stock; forecast demand and plan purchases.");
        foreach (Command verb in StockCommands.Create())
        {
            command.Add(verb);
        }

        command.Add(CountCommands.Create());
        command.Add(ForecastCommand.Create());
        command.Add(PlanCommand.Create());
        return command;
    }
}
