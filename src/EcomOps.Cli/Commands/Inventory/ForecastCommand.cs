using System.CommandLine;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Formats.Planning;
using EcomOps.Formats.Tables;
using EcomOps.Inventory.Demand;
using NodaTime;

namespace EcomOps.Cli.Commands.Inventory;

internal static class ForecastCommand
{
    private const int LongestHorizon = 400;

    public static Command Create()
    {
        PlanningFileInput input = new();
        Option<string?> sku = new("--sku") { Description = "One item, period by period. Without it: all, one line each." };
        Option<string?> location = new("--location") { Description = "One location. Without it: all." };
        Option<string> period = new("--period") { Description = "day, week, month or quarter.", DefaultValueFactory = _ => "week" };
        Option<int> horizon = new("--horizon") { Description = "Periods ahead, 1 to 400.", DefaultValueFactory = _ => 8 };
        Option<string?> through = new("--through") { Description = "Last day that the sales records cover. Without it: the day of the last sale in the file." };
        Command command = new("forecast", """
            Forecast demand: the mean and quantiles of the periods ahead, and why the model was chosen. Periods that the file covers only
            in part are left out; a week is seven days that end with the last day of the records.

            Example:
              ecomops inventory forecast sales.csv --sku MUG-BLUE --horizon 8 --chart mug.svg

            Exit code: 0 done (rejected rows are reported), 1 rows rejected and --strict, 2 misuse or nothing readable.
            """) { sku, location, period, horizon, through };
        input.AddTo(command);
        command.Does((parsed, output, error) =>
        {
            int ahead = parsed.GetValue(horizon) is >= 1 and <= LongestHorizon and var given ? given : throw new ToolFailure($"The horizon must lie between 1 and {LongestHorizon} periods.");
            PlanningChart.Check(input.Chart(parsed));
            TableRows<SalesRow> sales = input.Sales(parsed);
            TableRows<PromotionRow>? promotions = input.Promotions(parsed);
            var window = new DemandWindow(
                PeriodNamed(parsed.GetValue(period)!),
                input.From(parsed) ?? sales.Rows.Min(r => r.Day),
                PlanningFileInput.Day(parsed.GetValue(through)) ?? sales.Rows.Max(r => r.Day))
            { Unknown = input.Gaps(parsed) };
            ItemDemand[] items = Items(sales, promotions?.Rows ?? [], window, ahead, parsed.GetValue(sku), parsed.GetValue(location));
            PlanningFileInput.Report(error, sales);
            PlanningFileInput.Report(error, promotions);
            if (ItemDemand.EmptyPeriods(window, sales.Rows) is { } empty)
            {
                error.WriteLine($"{sales.FileName}: {empty}");
            }

            if (input.Chart(parsed) is { } path)
            {
                PlanningChart.Write(path, items is [var one] ? ForecastOutput.Picture(one) : throw new ToolFailure("A chart shows one item: name it with --sku, and --location where there are several."));
            }

            if (input.IsJson(parsed))
            {
                Tool.Json(output, ForecastOutput.ToJson(sales, promotions, window, items));
            }
            else
            {
                ForecastOutput.Write(output, window, items);
            }

            return input.IsStrict(parsed) && sales.Rejected.Count + (promotions?.Rejected.Count ?? 0) > 0 ? Tool.Findings : Tool.Fine;
        });
        return command;
    }

    private static ItemDemand[] Items(TableRows<SalesRow> sales, IReadOnlyList<PromotionRow> promotions, DemandWindow window, int horizon, string? sku, string? location)
    {
        ItemDemand[] items = [.. sales.Rows.Where(r => (sku is null || r.Sku.Value == sku) && (location is null || r.Location == location))
            .GroupBy(r => (r.Sku, r.Location)).OrderBy(g => g.Key.Sku).ThenBy(g => g.Key.Location, StringComparer.Ordinal)
            .AsParallel().AsOrdered().Select(g => ItemDemand.Of(g.Key.Sku, g.Key.Location, g, window, horizon, promotions))];
        return items.Length > 0 ? items : throw new ToolFailure($"{sales.FileName} has no sale of {sku ?? "any item"}{(location is null ? string.Empty : $" at {location}")}.");
    }

    private static DemandPeriod PeriodNamed(string name) => name switch
    {
        "day" => DemandPeriod.Day,
        "week" => DemandPeriod.Week,
        "month" => DemandPeriod.Month,
        "quarter" => DemandPeriod.Quarter,
        _ => throw new ToolFailure($"'{name}' is no period; use day, week, month or quarter."),
    };
}
