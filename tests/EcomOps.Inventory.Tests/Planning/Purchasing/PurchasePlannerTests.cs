using EcomOps.Core;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Purchasing;
using EcomOps.Inventory.Replenishment;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace EcomOps.Inventory.Tests.Planning.Purchasing;

public sealed class PurchasePlannerTests
{
    private static readonly LocalDate Today = new(2026, 11, 23); // a Monday
    private static readonly PlanningOptions Options = new(Today);

    private static Forecast Demand(double weekly) =>
        Forecaster.Automatic.Forecast(DemandSeries.Weekly(Today.PlusWeeks(-60), Enumerable.Range(0, 60).Select(i => Math.Max(0, weekly + (i % 3) - 1))), 8);

    private static PlanningItem Item(string sku = "MUG-BLUE", double weekly = 20, long onHand = 10) =>
        new(sku, Demand(weekly), new SupplierTerms("Acme", LeadTime.Days(14)), Money.Eur(4)) { OnHand = onHand, UnitPrice = Money.Eur(10) };

    private static PurchasePlan Plan(params PlanningItem[] items) => new PurchasePlanner(Options).Propose(items);

    [Fact]
    public void An_item_below_its_reorder_point_is_ordered_up_to_its_level_and_says_why()
    {
        PurchaseProposal line = Assert.Single(Plan(Item()).Lines);
        Assert.Equal(line.OrderUpTo - 10, line.Quantity);
        Assert.InRange(line.OrderUpTo, 60, 80); // three weeks of 20 and a safety stock
        Assert.Equal(Today.PlusDays(14), line.Arrives);
        Assert.Equal(Money.Eur(4 * line.Quantity), line.Cost);
        Assert.StartsWith($"Order {line.Quantity} of MUG-BLUE from Acme by Monday 2026-11-23: 10 on hand, at or below the reorder point", line.Explanation, StringComparison.Ordinal);
        Assert.True(line.Return > 0);
    }

    [Fact]
    public void Enough_stock_needs_no_order() => Assert.Empty(Plan(Item(onHand: 200)).Lines);

    [Fact]
    public void Open_orders_count_only_if_they_arrive_in_time()
    {
        PlanningItem soon = Item() with { OpenOrders = [new("PO-1", 100, Today.PlusDays(5))] };
        PlanningItem late = Item() with { OpenOrders = [new("PO-2", 100, Today.PlusDays(60))] };
        Assert.Empty(Plan(soon).Lines);
        PurchaseProposal line = Assert.Single(Plan(late).Lines);
        Assert.Contains("100 units on order come too late", line.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void An_overdue_order_is_counted_and_reported()
    {
        PurchasePlan plan = Plan(Item() with { OpenOrders = [new("PO-1", 100, Today.PlusDays(-5))] });
        Assert.Empty(plan.Lines);
        Assert.Equal("overdue_order", Assert.Single(plan.Issues).Code);
    }

    [Fact]
    public void Back_orders_and_claims_lower_the_position()
    {
        long plain = Assert.Single(Plan(Item())).Quantity;
        Assert.Equal(plain + 7, Assert.Single(Plan(Item() with { BackOrders = 4, Claims = 3 })).Quantity);
        static IEnumerable<PurchaseProposal> Plan(PlanningItem item) => new PurchasePlanner(Options).Propose([item]).Lines;
    }

    [Property(MaxTest = 200)]
    public void Quantities_keep_minimum_multiple_and_maximum(NonNegativeInt need, PositiveInt minimum, PositiveInt multiple, PositiveInt maximum)
    {
        var c = new OrderConstraints { Minimum = minimum.Get, Multiple = multiple.Get, Maximum = maximum.Get };
        switch (c.Apply(need.Get))
        {
            case OrderQuantity.Orderable { Units: 0 }:
                Assert.Equal(0, need.Get);
                break;
            case OrderQuantity.Orderable { Units: var units }:
                Assert.True(units >= c.Minimum && units % c.Multiple == 0 && units <= c.Maximum);
                Assert.Equal(units, Assert.IsType<OrderQuantity.Orderable>(c.Apply(units)).Units);
                break;
            case OrderQuantity.ConstraintConflict conflict:
                Assert.DoesNotContain(Enumerable.Range(1, 2000).Select(k => (long)k * c.Multiple), q => q >= Math.Max(c.Minimum, 1) && q <= c.Maximum && need.Get < 1);
                Assert.NotEmpty(conflict.Reason);
                break;
        }
    }

    [Fact]
    public void Contradicting_constraints_are_reported_and_not_ordered()
    {
        PlanningItem item = Item() with { Supplier = new SupplierTerms("Acme", LeadTime.Days(14)) { Constraints = new() { Minimum = 50, Multiple = 48, Maximum = 90 } } };
        PurchasePlan plan = Plan(item);
        Assert.Empty(plan.Lines);
        Assert.Equal("constraint_conflict", Assert.Single(plan.Withheld).Reason);
    }

    [Fact]
    public void A_minimum_of_years_is_withheld_with_advice()
    {
        PlanningItem item = Item(weekly: 1, onHand: 0) with { Supplier = new SupplierTerms("Acme", LeadTime.Days(14)) { Constraints = new() { Minimum = 5000 } } };
        WithheldOrder withheld = Assert.Single(Plan(item).Withheld);
        Assert.Equal("moq_exceeds_cover", withheld.Reason);
        Assert.Contains("Negotiate the minimum", withheld.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_ordered_that_would_perish()
    {
        SupplierTerms packs = new("Acme", LeadTime.Days(14)) { Constraints = new() { Multiple = 10 } };
        PurchaseProposal cut = Assert.Single(Plan(Item() with { Supplier = packs, ShelfLifeDays = 7 }).Lines);
        Assert.Equal(0, cut.Quantity % 10);
        Assert.True(cut.Quantity + 10 <= 21 * 20 / 7.0 + 1);
        Assert.Equal("exceeds_shelf_life", Assert.Single(Plan(Item(weekly: 1, onHand: 0) with { Supplier = packs with { Constraints = new() { Minimum = 40 } }, ShelfLifeDays = 7 }).Withheld).Reason);
    }

    [Fact]
    public void Orders_wait_for_the_suppliers_day_and_protect_until_the_next()
    {
        SupplierTerms thursdays = new("Acme", LeadTime.Days(14)) { Calendar = SupplierCalendar.On(IsoDayOfWeek.Thursday).Closed(new DateInterval(new(2026, 11, 26), new(2026, 11, 30))) };
        PurchaseProposal line = Assert.Single(Plan(Item() with { Supplier = thursdays }).Lines);
        Assert.Equal(new LocalDate(2026, 12, 3), line.OrderOn);
        Assert.True(line.ReorderPoint.Units > Assert.Single(Plan(Item()).Lines).ReorderPoint.Units);
    }

    [Fact]
    public void A_budget_goes_where_it_returns_most()
    {
        PlanningItem dear = Item("DEAR") with { UnitPrice = Money.Eur(4.5m) };
        PlanningItem good = Item("GOOD") with { UnitPrice = Money.Eur(14) };
        PurchasePlan plan = new PurchasePlanner(Options).Propose([dear, good], Money.Eur(260));
        Assert.Equal("GOOD", plan.Lines[0].Item.Sku.Value);
        Assert.True(plan.Lines.Sum(l => l.Cost.Amount) <= 260);
        Assert.Contains(plan.Withheld, w => w.Reason == "over_budget" && w.Item.Sku == "DEAR");
    }

    [Fact]
    public void An_order_cost_makes_orders_larger()
    {
        SupplierTerms costly = new("Acme", LeadTime.Days(14)) { OrderCost = Money.Eur(50) };
        PurchaseProposal line = Assert.Single(Plan(Item() with { Supplier = costly }).Lines);

        // EOQ = sqrt(2 * 50 * 1040 / 1) = 322: the level rises by it less the demand of the review week.
        Assert.InRange(line.OrderUpTo - line.ReorderPoint.Units, 322 - 24, 322 - 16);
    }

    [Fact]
    public void The_weeks_ahead_hold_the_orders_that_will_follow()
    {
        PurchasePlan plan = Plan(Item());
        Assert.All(plan.Ahead, p => Assert.InRange(p.OrderOn, Today.PlusDays(1), Today.PlusDays(56)));
        Assert.InRange(plan.Ahead.Sum(p => p.Quantity), 120, 180); // seven to eight more weeks of about 20
    }

    [Fact]
    public void Stock_beyond_need_is_overstock_and_dead_stock_is_for_liquidation()
    {
        OverstockLine much = Assert.Single(Plan(Item(onHand: 2000)).Overstock);
        Assert.InRange(much.Excess, 1450, 1500); // 180 days of 20 a week are 514
        Assert.False(much.IsDead);
        PlanningItem dead = Item(onHand: 30) with { Demand = Forecaster.Automatic.Forecast(DemandSeries.Weekly(Today, new double[52]), 8) };
        OverstockLine line = Assert.Single(Plan(dead).Overstock);
        Assert.True(line.IsDead && line.DaysOfCover is null && line.Excess == 30);
    }

    [Fact]
    public void Bad_items_are_reported_all_at_once_and_the_others_planned()
    {
        PurchasePlan plan = Plan(
            Item("A") with { OnHand = -3, UnitCost = Money.Eur(0) },
            Item("B") with { UnitPrice = Money.Usd(3) },
            Item("C"),
            Item("C"),
            Item("D") with { ShelfLifeDays = 0 },
            Item("E") with { Demand = Forecaster.Automatic.Forecast(DemandSeries.Of([1, 2, 3, 4]), 2) });
        Assert.Equal(["negative_stock", "no_unit_cost", "mixed_currencies", "duplicate_item", "bad_shelf_life", "no_calendar"], plan.Issues.Select(i => i.Code));
        Assert.Equal("C", Assert.Single(plan.Lines).Item.Sku.Value);
        Assert.Equal(5, plan.Excluded);
    }

    [Fact]
    public void The_same_input_gives_the_same_plan()
    {
        PlanningItem[] items = [.. Enumerable.Range(0, 20).Select(i => Item($"SKU-{i}", 3 + i, i))];
        Assert.Equal(Plan(items).Lines.Select(l => (l.Item.Sku, l.Quantity, l.Explanation)), Plan(items).Lines.Select(l => (l.Item.Sku, l.Quantity, l.Explanation)));
    }
}
