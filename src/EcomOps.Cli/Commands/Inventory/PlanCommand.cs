using System.CommandLine;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Inventory.Purchasing;

namespace EcomOps.Cli.Commands.Inventory;

internal static class PlanCommand
{
    public static Command Create()
    {
        PlanInput input = new();
        Option<bool> whatIf = new("--what-if") { Description = "Also show what other service levels, lead times and budgets would give." };
        Option<string?> curve = new("--what-if-chart") { Description = "Write stock by service level as a picture, .svg or .png." };
        Command command = new("plan", """
            Propose purchase orders by item and location, each with its reason; show what was withheld, what follows in the weeks ahead and
            what is overstocked.

            Example:
              ecomops inventory plan sales.csv --lead-times suppliers.csv --service 0.97 --budget 20000 --chart plan.svg

            suppliers.csv needs sku, lead_time_days and unit_cost. It may hold location, supplier, lead_time_deviation_days, unit_price,
            shortage_penalty, on_hand, back_orders, claimed, on_order and due, minimum, pack, maximum, order_cost, order_days (mon thu),
            shelf_life_days, service, unit_weight_kg, unit_volume_l, units_per_pallet.

            Exit code: 0 done (rejected rows are reported), 1 an item could not be planned, or a row was rejected and --strict,
            2 misuse or nothing readable.
            """);
        input.AddTo(command);
        command.Add(whatIf);
        command.Add(curve);
        command.Does((parsed, output, error) =>
        {
            PlanningChart.Check(input.Files.Chart(parsed));
            PlanningChart.Check(parsed.GetValue(curve));
            PlanWork work = input.Read(parsed);
            PurchasePlan plan = new PurchasePlanner(work.Options).Propose(work.Items, work.Budget);
            WhatIfCurves? curves = parsed.GetValue(whatIf) || parsed.GetValue(curve) is not null ? WhatIfCurves.Of(work, plan) : null;
            work.Report(error);
            if (input.Files.Chart(parsed) is { } path)
            {
                PlanningChart.Write(path, PlanOutput.Picture(plan));
            }

            if (parsed.GetValue(curve) is { } curvePath)
            {
                PlanningChart.Write(curvePath, curves!.Picture());
            }

            if (input.Files.IsJson(parsed))
            {
                Tool.Json(output, PlanJson.Of(work, plan, parsed.GetValue(whatIf) ? curves : null));
            }
            else
            {
                PlanOutput.Write(output, work, plan);
                if (parsed.GetValue(whatIf))
                {
                    curves!.Write(output);
                }
            }

            return plan.Excluded > 0 || (input.Files.IsStrict(parsed) && work.Rejected > 0) ? Tool.Findings : Tool.Fine;
        });
        return command;
    }
}
