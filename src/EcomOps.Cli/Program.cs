using System.CommandLine;
using EcomOps.Cli.Commands.Analytics;
using EcomOps.Cli.Commands.Catalog;
using EcomOps.Cli.Commands.Inventory;
using EcomOps.Cli.Commands.Rules;

var root = new RootCommand("Operations discipline for online shops: rules, inventory and analytics from files.")
{
    // One line per area, in the order of the help page.
    RulesCommand.Create(),
    CatalogCommand.Create(),
    InventoryCommand.Create(),
    AnalyticsCommand.Create(),
};

ParseResult parsed = root.Parse(args);
int code = parsed.Invoke();

// Misuse is exit code 2; 1 is kept for findings.
return parsed.Errors.Count > 0 ? 2 : code;
