using System.CommandLine;

namespace EcomOps.Cli.Planning;

/// <summary><c>ecomops inventory</c>: forecast demand and plan purchases from files.</summary>
internal static class InventoryCommand
{
    public static Command Create() => new("inventory", "Forecast demand and plan purchases from sales.")
    {
        ForecastCommand.Create(),
        PlanCommand.Create(),
    };
}
