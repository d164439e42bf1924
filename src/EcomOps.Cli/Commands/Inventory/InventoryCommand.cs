using System.CommandLine;

namespace EcomOps.Cli.Commands.Inventory;

/// <summary><c>ecomops inventory</c>: the stock ledger.</summary>
internal static class InventoryCommand
{
    public static Command Create()
    {
        var command = new Command("inventory", "Import, show and prove stock.");
        foreach (Command verb in StockCommands.Create())
        {
            command.Add(verb);
        }

        return command;
    }
}
