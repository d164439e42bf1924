using EcomOps.Core;
using EcomOps.Formats.Planning;
using EcomOps.Formats.Tables;
using EcomOps.Inventory.Purchasing;

namespace EcomOps.Cli.Commands.Inventory;

// What the files and options of a plan lead to.
internal sealed record PlanWork(
    TableRows<SalesRow> Sales,
    TableRows<SupplyRow> Supply,
    TableRows<OpenOrderRow>? OpenOrders,
    TableRows<PromotionRow>? Promotions,
    TableRows<ContainerLimit>? Containers,
    PlanningOptions Options,
    IReadOnlyList<PlanningItem> Items,
    Money? Budget,
    IReadOnlyList<string> Notes)
{
    public int Rejected => Sales.Rejected.Count + Supply.Rejected.Count + (OpenOrders?.Rejected.Count ?? 0) + (Promotions?.Rejected.Count ?? 0) + (Containers?.Rejected.Count ?? 0);

    public void Report(TextWriter error)
    {
        PlanningFileInput.Report(error, Sales);
        PlanningFileInput.Report(error, Supply);
        PlanningFileInput.Report(error, OpenOrders);
        PlanningFileInput.Report(error, Promotions);
        PlanningFileInput.Report(error, Containers);
        foreach (string note in Notes)
        {
            error.WriteLine(note);
        }
    }
}
