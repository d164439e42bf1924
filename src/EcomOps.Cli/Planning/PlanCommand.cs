using System.CommandLine;
using System.Globalization;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Purchasing;
using EcomOps.Inventory.Replenishment;
using EcomOps.Operations.Documents;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Cli.Planning;

internal static class PlanCommand
{
    public static Command Create()
    {
        Argument<string> sales = new("sales") { Description = "CSV with the columns sku, date (2026-11-24) and quantity." };
        Option<string> terms = new("--lead-times") { Description = "CSV with sku, supplier, lead_days, unit_cost, and if known lead_days_sd, minimum, multiple, unit_price, on_hand, on_order, due.", Required = true };
        Option<double?> service = new("--service") { Description = "Cycle service level for every item, such as 0.97; by class otherwise." };
        Option<string> currency = new("--currency") { Description = "Currency of costs, prices and budget; default EUR.", DefaultValueFactory = _ => "EUR" };
        Option<decimal?> budget = new("--budget") { Description = "What may be spent now." };
        Option<string?> today = new("--today") { Description = "Day of planning; default the day after the last sale." };
        Option<string?> chart = new("--chart") { Description = "Write the twenty largest orders as .svg or .png." };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        Command command = new("plan", """
            Propose purchase orders, with the reason for each; list what was withheld and what is overstocked.

            Example:
              ecomops inventory plan sales.csv --lead-times suppliers.csv --service 0.97 --chart plan.svg

            Exit code: 0 done (rejected rows are reported), 1 an item could not be planned, 2 misuse or nothing readable.
            """) { sales, terms, service, currency, budget, today, chart, json };
        command.Does((parsed, output, error) =>
        {
            SalesFile file = SalesFile.From(parsed.GetValue(sales)!);
            if (!Currency.TryFromCode(parsed.GetValue(currency), out Currency money) || parsed.GetValue(service) is { } share && !(share is > 0 and < 1) || parsed.GetValue(budget) < 0)
            {
                throw new ToolFailure("The currency must be an ISO 4217 code, the service level lie between 0 and 1 (both excluded) and the budget be 0 or more.");
            }

            LocalDate day = parsed.GetValue(today) is { } text
                ? LocalDatePattern.Iso.Parse(text) is { Success: true } read ? read.Value : throw new ToolFailure($"'{text}' is no day; write 2026-11-24.")
                : file.Last.PlusDays(1);
            List<PlanningItem> items = Items(file, parsed.GetValue(terms)!, money, parsed.GetValue(service));
            PurchasePlan plan = new PurchasePlanner(new PlanningOptions(day)).Propose(items, parsed.GetValue(budget) is { } limit ? Money.Of(limit, money) : null);
            file.Rejected.ForEach(error.WriteLine);
            if (parsed.GetValue(chart) is { } path)
            {
                PurchaseProposal[] top = [.. plan.Lines.OrderByDescending(l => l.Cost.Amount).Take(20)];
                PlanningChart.Write(path, new Chart("plan", $"Largest orders, {money}", ChartKind.HorizontalBar, [.. top.Select(l => l.Item.Label)], [new("cost", [.. top.Select(l => (double?)(double)l.Cost.Amount)])]));
            }

            if (parsed.GetValue(json))
            {
                Tool.Json(output, new
                {
                    Lines = plan.Lines.Select(Line),
                    Ahead = plan.Ahead.Select(Line),
                    Withheld = plan.Withheld.Select(w => new { Sku = w.Item.Label, w.Need, w.Reason, w.Explanation }),
                    Overstock = plan.Overstock.Select(o => new { Sku = o.Item.Label, o.Excess, Value = o.Value.Amount, o.DaysOfCover, o.IsDead, o.Explanation }),
                    plan.Issues,
                });
            }
            else
            {
                Write(output, plan);
            }

            return plan.Excluded > 0 ? Tool.Findings : Tool.Fine;
        });
        return command;
    }

    private static object Line(PurchaseProposal l) => new
    {
        Sku = l.Item.Label, l.Quantity, OrderOn = l.OrderOn.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), Arrives = l.Arrives.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        Cost = l.Cost.Amount, ReorderPoint = l.ReorderPoint.Units, l.OrderUpTo, l.Position, l.Return, l.Explanation,
    };

    private static void Write(TextWriter output, PurchasePlan plan)
    {
        output.WriteLine($"{plan.Lines.Count} orders now for {string.Join(" + ", plan.Cost)}, {plan.Ahead.Count} expected in the weeks ahead, {plan.Withheld.Count} withheld, {plan.Overstock.Count} items overstocked");
        foreach (string line in plan.Lines.Select(l => l.Explanation).Concat(plan.Withheld.Select(w => $"withheld ({w.Reason}): {w.Explanation}"))
            .Concat(plan.Overstock.Select(o => "overstock: " + o.Explanation)).Concat(plan.Issues.Select(i => i.ToString())))
        {
            output.WriteLine("- " + line);
        }
    }

    private static List<PlanningItem> Items(SalesFile file, string path, Currency money, double? service)
    {
        var items = new List<PlanningItem>();
        foreach ((int line, Func<string, string> cell) in SalesFile.Rows(path, "sku", "supplier", "lead_days", "unit_cost"))
        {
            decimal? Number(string name) => cell(name) is not { Length: > 0 } text ? null
                : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal value) && value >= 0 ? value
                : throw new ToolFailure($"{path}:{line}: '{text}' in {name} is no number of 0 or more.");
            string sku = cell("sku");
            if (!Sku.IsValid(sku) || Number("lead_days") is not (>= 0 and <= 3660) || Number("lead_days_sd") > 3660)
            {
                throw new ToolFailure($"{path}:{line}: needs a valid sku and lead times between 0 and 3660 days.");
            }

            DemandSeries series = file.Skus.Contains(sku) ? file.Series(sku, DemandPeriod.Week) : DemandSeries.Weekly(file.First, []);
            LocalDate? due = LocalDatePattern.Iso.Parse(cell("due")) is { Success: true } read ? read.Value : null;
            items.Add(new PlanningItem(
                sku, Forecaster.Automatic.Forecast(series, 8),
                new SupplierTerms(cell("supplier"), LeadTime.Of((double)(Number("lead_days") ?? 0), (double)(Number("lead_days_sd") ?? 0)))
                {
                    Constraints = new OrderConstraints { Minimum = (long)(Number("minimum") ?? 1), Multiple = (long)(Number("multiple") ?? 1) },
                },
                Money.Of(Number("unit_cost") ?? 0, money))
            {
                OnHand = (long)(Number("on_hand") ?? 0),
                UnitPrice = Number("unit_price") is { } price ? Money.Of(price, money) : null,
                OpenOrders = Number("on_order") is { } coming && coming > 0 && due is { } expected ? [new OpenPurchaseOrder("on order", (long)coming, expected)] : [],
                Service = service is { } share ? ServiceLevel.Cycle(share) : null,
            });
        }

        return items;
    }
}
