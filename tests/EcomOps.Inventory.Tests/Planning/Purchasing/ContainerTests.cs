using EcomOps.Core;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Purchasing;
using EcomOps.Inventory.Replenishment;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace EcomOps.Inventory.Tests.Planning.Purchasing;

public sealed class ContainerTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    private static PlanningItem Item(string sku, double weekly, decimal price = 10, long multiple = 1, long minimum = 1, UnitLoad? load = null) => new(
        sku,
        Forecaster.Automatic.Forecast(DemandSeries.Weekly(Today.PlusWeeks(-60), Enumerable.Range(0, 60).Select(i => Math.Max(0, weekly + (i % 3) - 1))), 8),
        new SupplierTerms("Acme", LeadTime.Days(14)) { Constraints = new() { Multiple = multiple, Minimum = minimum } },
        Money.Eur(4))
    { UnitPrice = Money.Eur(price), Load = load ?? new UnitLoad(Weight.Kilograms(2), 10, 50) };

    private static PurchasePlan Plan(ContainerLimit limit, params PlanningItem[] items) => new PurchasePlanner(new PlanningOptions(Today) { Containers = [limit] }).Propose(items);

    [Fact]
    public void Lines_of_a_supplier_share_its_container_by_return()
    {
        PurchasePlan plan = Plan(new ContainerLimit("Acme") { VolumeInLitres = 900 }, Item("DEAR", 20, price: 5), Item("GOOD", 20, price: 14));
        PurchaseProposal[] lines = [.. plan.Lines.OrderBy(l => l.Item.Sku)];

        // 90 units of 10 litres; wanted are about 130. The margin of GOOD is ten times that of DEAR, so DEAR is cut first.
        Assert.Equal(90, lines.Sum(l => l.Quantity));
        Assert.True(lines[1].Quantity > 1.5 * lines[0].Quantity);
        Assert.Equal("over_container", Assert.Single(plan.Withheld, w => w.Item.Sku == "DEAR").Reason);
        Assert.Equal((1.0, 900m), (plan.Containers[0].Fill, plan.Containers[0].VolumeInLitres));
        Assert.StartsWith($"Order {lines[0].Quantity} of DEAR", lines[0].Explanation, StringComparison.Ordinal);
        Assert.EndsWith("by the container of Acme.", lines[0].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_limit_binds_by_itself()
    {
        long Units(ContainerLimit limit) => Plan(limit, Item("MUG", 20)).Lines.Sum(l => l.Quantity);
        Assert.Equal(15, Units(new ContainerLimit("Acme") { Weight = Weight.Kilograms(31) }));
        Assert.Equal(12, Units(new ContainerLimit("Acme") { VolumeInLitres = 125 }));
        Assert.Equal(25, Units(new ContainerLimit("Acme") { Pallets = 0.5m }));
        Assert.True(Units(new ContainerLimit("Another") { Pallets = 0.1m }) > 50);
    }

    [Fact]
    public void An_item_of_unknown_size_is_ordered_and_reported()
    {
        PurchasePlan plan = Plan(new ContainerLimit("Acme") { VolumeInLitres = 10 }, Item("MUG", 20) with { Load = null });
        Assert.Equal("no_unit_load", Assert.Single(plan.Issues).Code);
        Assert.Single(plan.Lines);
    }

    [Property(MaxTest = 60)]
    public void Budget_containers_packs_and_minimum_hold_together(PositiveInt budget, PositiveInt litres, PositiveInt pack, PositiveInt minimum)
    {
        long multiple = (pack.Get % 9) + 1, least = (minimum.Get % 40) + 1;
        PlanningItem[] items = [Item("A", 20, 6, multiple, least), Item("B", 12, 12, multiple, least), Item("C", 3, 30, 1, least)];
        Money limit = Money.Eur(budget.Get % 700);
        decimal space = 50 + (litres.Get % 1200);
        PurchasePlan plan = new PurchasePlanner(new PlanningOptions(Today) { Containers = [new ContainerLimit("Acme") { VolumeInLitres = space }] }).Propose(items, limit);
        Assert.True(plan.Lines.Sum(l => l.Cost.Amount) <= limit.Amount);
        Assert.True(plan.Lines.Sum(l => l.Quantity) * 10 <= space);
        Assert.All(plan.Lines, l => Assert.True(l.Quantity >= l.Item.Supplier.Constraints.Minimum && l.Quantity % l.Item.Supplier.Constraints.Multiple == 0));

        // Nothing is lost: what is placed and what is withheld is what is wanted.
        PurchasePlan free = new PurchasePlanner(new PlanningOptions(Today)).Propose(items);
        Assert.All(free.Lines, wanted => Assert.Equal(
            wanted.Quantity,
            plan.Lines.Where(l => l.Item.Sku == wanted.Item.Sku).Sum(l => l.Quantity) + plan.Withheld.Where(w => w.Item.Sku == wanted.Item.Sku).Sum(w => w.Need)));
    }

    [Fact]
    public void Two_containers_of_one_supplier_are_refused() =>
        Assert.Throws<ArgumentException>(() => new PurchasePlanner(new PlanningOptions(Today) { Containers = [new("Acme"), new("Acme")] }));
}
