using EcomOps.Core;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Purchasing;
using EcomOps.Inventory.Replenishment;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace EcomOps.Inventory.Tests.Planning.Purchasing;

public sealed class PlanningPropertiesTests
{
    private static readonly LocalDate Today = new(2026, 11, 23); // a Monday
    private static readonly PlanningOptions Options = new(Today);

    private static PlanningItem Item(string sku = "MUG", double weekly = 20, long onHand = 10) => new(
        sku,
        Forecaster.Automatic.Forecast(DemandSeries.Weekly(Today.PlusWeeks(-60), Enumerable.Range(0, 60).Select(i => Math.Max(0, weekly + (i % 3) - 1))), 8),
        new SupplierTerms("Acme", LeadTime.Days(14)),
        Money.Eur(4))
    { OnHand = onHand, UnitPrice = Money.Eur(10) };

    private static PurchasePlan Plan(params PlanningItem[] items) => new PurchasePlanner(Options).Propose(items);

    [Property(MaxTest = 100)]
    public void Planning_again_after_ordering_orders_nothing(PositiveInt weekly, NonNegativeInt onHand, PositiveInt minimum, PositiveInt multiple, PositiveInt deviation)
    {
        PlanningItem item = Item(weekly: weekly.Get % 60, onHand: onHand.Get % 200) with
        {
            Supplier = new SupplierTerms("Acme", LeadTime.Of(14, deviation.Get % 10)) { Constraints = new() { Minimum = (minimum.Get % 50) + 1, Multiple = (multiple.Get % 24) + 1 } },
        };
        PurchaseProposal[] first = [.. Plan(item).Lines];
        PlanningItem ordered = item with { OpenOrders = [.. first.Select(l => new OpenPurchaseOrder("PO", l.Quantity, l.Arrives))] };
        Assert.Empty(Plan(ordered).Lines);
    }

    [Property(MaxTest = 100)]
    public void Orders_now_and_ahead_keep_minimum_multiple_and_maximum(PositiveInt weekly, PositiveInt minimum, PositiveInt multiple, PositiveInt room)
    {
        long pack = (multiple.Get % 24) + 1, least = (minimum.Get % 50) + 1, most = (((least + pack) / pack) + (room.Get % 5)) * pack;
        PurchasePlan plan = Plan(Item(weekly: weekly.Get % 60, onHand: 0) with { Supplier = new SupplierTerms("Acme", LeadTime.Days(14)) { Constraints = new() { Minimum = least, Multiple = pack, Maximum = most } } });
        Assert.All(plan.Lines.Concat(plan.Ahead), l => Assert.True(l.Quantity >= least && l.Quantity <= most && l.Quantity % pack == 0));
    }

    [Fact]
    public void Every_item_has_levels_whether_it_is_ordered_or_not()
    {
        PurchasePlan plan = Plan(Item("LOW"), Item("FULL", onHand: 100));
        Assert.Equal(["LOW", "FULL"], plan.Levels.Select(l => l.Item.Sku.Value));
        Assert.Equal("LOW", Assert.Single(plan.Lines).Item.Sku.Value);
        Assert.All(plan.Levels, l => Assert.True(l.OrderUpTo >= l.ReorderPoint.Units && l.ReorderPoint.Units > 55));
    }

    [Fact]
    public void A_promotion_raises_the_order_by_what_it_is_expected_to_sell()
    {
        // Twice the usual 20 a week in the second of the three weeks that are covered.
        PlanningItem lifted = Item() with { Promotions = [new Promotion(new DateInterval(Today.PlusDays(7), Today.PlusDays(13)), 2)] };
        PurchaseProposal line = Assert.Single(Plan(lifted).Lines);
        Assert.Equal(Assert.Single(Plan(Item()).Lines).ReorderPoint.Demand.Mean + 20, line.ReorderPoint.Demand.Mean, 0.1);
        Assert.Contains("from 2026-11-30 to 2026-12-06 at 2 times usual demand", line.Explanation, StringComparison.Ordinal);
        Assert.Equal(Plan(Item()).Lines[0].Quantity, Plan(Item() with { Promotions = [new Promotion(new DateInterval(Today.PlusDays(-20), Today.PlusDays(-1)), 5)] }).Lines[0].Quantity);
    }

    [Fact]
    public void Overlapping_promotions_multiply_and_days_share_a_week()
    {
        Forecast usual = Item().Demand;
        Promotion monday = new(new DateInterval(Today, Today), 8), week = new(new DateInterval(Today, Today.PlusDays(6)), 1.5);
        Assert.Equal(2 * usual.Mean[0], PromotionCalendar.Lift(usual, Today, [monday]).Mean[0], 0.05);
        Assert.Equal(1.5 * 2 * usual.Mean[0], PromotionCalendar.Lift(usual, Today, [monday, week]).Mean[0], 0.1);
        Assert.Equal(usual.Mean[1], PromotionCalendar.Lift(usual, Today, [monday, week]).Mean[1], 1e-9);
    }

    [Fact]
    public void A_promotion_beyond_the_horizon_of_the_forecast_counts_too()
    {
        Forecast usual = Item().Demand;
        Forecast lifted = PromotionCalendar.Lift(usual, Today, [new Promotion(new DateInterval(Today.PlusWeeks(10), Today.PlusWeeks(11).PlusDays(-1)), 3)]);
        Assert.Equal(usual.Total(20).Mean + (2 * usual.Mean[^1]), lifted.Total(20).Mean, 0.5);
    }

    [Fact]
    public void Past_promotions_are_taken_out_of_the_history()
    {
        DemandSeries history = DemandSeries.Weekly(new LocalDate(2026, 1, 5), [10, 10, 30, 10, double.NaN]);
        Promotion[] third = [new Promotion(new DateInterval(new LocalDate(2026, 1, 19), new LocalDate(2026, 1, 25)), 3)];
        Assert.Equal([10, 10, 10, 10, null], PromotionCalendar.Baseline(history, third).Values);
    }

    [Fact]
    public void Late_open_orders_are_seen_by_the_weeks_ahead_only_when_they_arrive()
    {
        // 400 units come in six weeks: the orders before are placed as without them, those after are not.
        PlanningItem late = Item() with { OpenOrders = [new("PO", 400, Today.PlusDays(42))] };
        PurchaseProposal[] without = [.. Plan(Item()).Ahead], with = [.. Plan(late).Ahead];
        static bool Early(PurchaseProposal p) => p.OrderOn.PlusDays(21) < Today.PlusDays(42);
        Assert.Equal(without.Where(Early).Select(p => (p.OrderOn, p.Quantity)), with.Where(Early).Select(p => (p.OrderOn, p.Quantity)));
        Assert.DoesNotContain(with, p => !Early(p));
    }

    [Fact]
    public void Orders_ahead_keep_shelf_life_and_cover_as_those_of_now()
    {
        // Stock for two months; then a week's shelf life after 14 days of delivery allows at most three weeks' demand, and a minimum of years nothing.
        PlanningItem fresh = Item(onHand: 90) with { ShelfLifeDays = 7 };
        Assert.NotEmpty(Plan(fresh).Ahead);
        Assert.All(Plan(fresh).Ahead, p => Assert.InRange(p.Quantity, 1, 63));
        Assert.Empty(Plan(Item(weekly: 2, onHand: 12) with { Supplier = new SupplierTerms("Acme", LeadTime.Days(14)) { Constraints = new() { Minimum = 5000 } } }).Ahead);
        Assert.NotEmpty(Plan(Item(weekly: 2, onHand: 12)).Ahead);
    }

    [Fact]
    public void Levels_by_return_stop_where_a_unit_no_longer_pays()
    {
        PlanningOptions byReturn = Options with { LevelsByReturn = true };
        PurchasePlan plan = new PurchasePlanner(byReturn).Propose([Item("RICH") with { UnitPrice = Money.Eur(40) }, Item("POOR") with { UnitPrice = Money.Eur(4.02m) }, Item("LOSS") with { UnitPrice = Money.Eur(3) }]);
        ItemLevels poor = plan.Levels[1];

        // Carrying a unit of 4 for 21 days at 25 % a year costs 0.0575; with a margin of 0.02 the last unit pays at P(D >= k) = 0.742.
        Assert.Equal(0.02 / (0.02 + 0.0575), poor.ReorderPoint.Service.Target, 0.001);
        Assert.True(plan.Levels[0].ReorderPoint.Units > poor.ReorderPoint.Units);
        Assert.Equal("no_return", Assert.Single(plan.Withheld).Reason);
    }

    [Fact]
    public void Velocity_can_have_its_own_promise()
    {
        ServiceTargets targets = ServiceTargets.Default.With(VelocityClass.Fast, ServiceLevel.FillRate(0.99));
        Assert.Equal(ServiceLevel.FillRate(0.99), targets.For(new ItemClass(AbcClass.C, XyzClass.Z, VelocityClass.Fast)));
        Assert.Equal(ServiceLevel.Cycle(0.85), targets.For(new ItemClass(AbcClass.C, XyzClass.Z, VelocityClass.Slow)));
    }

    [Fact]
    public void Excess_elsewhere_is_named_before_buying()
    {
        PurchasePlan plan = Plan(Item() with { Location = "AMS" }, Item(onHand: 2000) with { Location = "BER" });
        Assert.Contains("Before buying: MUG@BER holds", Assert.Single(plan.Lines).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Liquidation_is_the_overstock_that_nobody_bought()
    {
        PlanningItem dead = Item("DEAD", onHand: 30) with { Demand = Forecaster.Automatic.Forecast(DemandSeries.Weekly(Today, new double[52]), 8) };
        PurchasePlan plan = Plan(dead, Item("MUCH", onHand: 2000));
        Assert.Equal("DEAD", Assert.Single(plan.Liquidation).Item.Sku.Value);
        OverstockLine much = plan.Overstock[0];

        // The middle of the excess is sold after about 1257 units, 440 days: 4 x .25 x 440 / 365 = 1.21 of holding a unit.
        Assert.Equal(10 - 1.21, (double)much.ClearancePrice!.Value.Amount, 0.03);
        Assert.Equal((double)much.Value.Amount / 4, (double)much.HoldingPerYear.Amount, 0.01);
    }
}
