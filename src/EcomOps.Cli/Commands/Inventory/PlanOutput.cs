using System.Globalization;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Inventory.Purchasing;
using EcomOps.Operations.Documents;
using NodaTime;

namespace EcomOps.Cli.Commands.Inventory;

internal static class PlanOutput
{
    private const int Most = 40;
    private const int Drawn = 20;

    public static void Write(TextWriter output, PlanWork work, PurchasePlan plan)
    {
        string cost = plan.Cost.Count == 0 ? "nothing" : string.Join(" + ", plan.Cost.Select(Amount));
        output.WriteLine($"Order now: {Tool.Count(plan.Lines.Count)} lines for {cost}{(work.Budget is { } budget ? $" of {Amount(budget)}" : string.Empty)}; {Tool.Count(plan.Levels.Count)} items planned as of {Iso(work.Options.Today)}");
        if (plan.Lines.Count > 0)
        {
            Tool.Table(
                output,
                [["item", "supplier", "quantity", "cost", "order on", "arrives", "position", "reorder at", "up to", "return"], .. plan.Lines.Take(Most).Select(l => new[]
                {
                    l.Item.Label, l.Item.Supplier.Supplier, Tool.Count(l.Quantity), Amount(l.Cost), Iso(l.OrderOn), Iso(l.Arrives), Tool.Count(l.Position), Tool.Count(l.ReorderPoint.Units), Tool.Count(l.OrderUpTo),
                    l.Return is { } r ? Tool.Percent(r) : "-",
                })],
                2, 3, 6, 7, 8, 9);
            More(output, plan.Lines.Count);
            output.WriteLine("Why:");
            Explain(output, plan.Lines.Select(l => l.Explanation));
        }

        foreach (ContainerUse use in plan.Containers)
        {
            output.WriteLine($"Container of {use.Limit.Supplier}: {Tool.Percent(use.Fill)} full ({string.Join(", ", Used(use))})");
        }

        Section(output, "Withheld", plan.Withheld.Select(w => $"{w.Explanation} ({w.Reason})"));
        if (plan.Ahead.Count > 0)
        {
            output.WriteLine($"In the {work.Options.HorizonDays / 7} weeks ahead, if demand comes as forecast:");
            Tool.Table(output, [["order on", "item", "supplier", "quantity", "cost"], .. plan.Ahead.Take(Most).Select(l => new[] { Iso(l.OrderOn), l.Item.Label, l.Item.Supplier.Supplier, Tool.Count(l.Quantity), Amount(l.Cost) })], 3, 4);
            More(output, plan.Ahead.Count);
        }

        Section(output, "Overstock", plan.Overstock.Where(o => !o.IsDead).Select(Excess));
        Section(output, "To liquidate", plan.Liquidation.Select(Excess));
        Section(output, "Not planned, and doubts", plan.Issues.Select(i => i.ToString()));
    }

    public static Chart Picture(PurchasePlan plan)
    {
        PurchaseProposal[] top = [.. plan.Lines.OrderByDescending(l => l.Cost.Amount).ThenBy(l => l.Item.Label, StringComparer.Ordinal).Take(Drawn)];
        string currency = top.Length > 0 ? top[0].Cost.Currency.Code : "money";
        string title = plan.Lines.Count > Drawn ? $"The {Drawn} largest of {plan.Lines.Count} orders to place now, {currency}" : plan.Lines.Count == 0 ? "Nothing to order now" : $"Orders to place now, {currency}";
        return new Chart("plan", title, ChartKind.HorizontalBar, [.. top.Select(l => l.Item.Label)], [new("Cost", [.. top.Select(l => (double?)(double)l.Cost.Amount)])]);
    }

    public static string Amount(Money value) => $"{Tool.Amount(value.Amount)} {value.Currency}";

    public static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Used(ContainerUse use)
    {
        static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
        return new[]
        {
            use.Limit.Weight is { } weight ? $"{use.Weight} of {weight}" : null,
            use.Limit.VolumeInLitres is { } litres ? $"{Number(use.VolumeInLitres)} of {Number(litres)} l" : null,
            use.Limit.Pallets is { } pallets ? $"{Number(use.Pallets)} of {Number(pallets)} pallets" : null,
        }.OfType<string>();
    }

    private static string Excess(OverstockLine line) =>
        $"{line.Explanation} Worth {Amount(line.Value)} at cost; holding it costs {Amount(line.HoldingPerYear)} a year.{(line.ClearancePrice is { } price ? $" Selling the excess now pays above {Amount(price)} a unit." : string.Empty)}";

    private static void Section(TextWriter output, string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length > 0)
        {
            output.WriteLine($"{title}: {Tool.Count(all.Length)}");
            Explain(output, all);
        }
    }

    private static void Explain(TextWriter output, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        foreach (string line in all.Take(Most))
        {
            output.WriteLine("  - " + line);
        }

        More(output, all.Length);
    }

    private static void More(TextWriter output, int count)
    {
        if (count > Most)
        {
            output.WriteLine($"  and {Tool.Count(count - Most)} more; --json has all");
        }
    }
}
