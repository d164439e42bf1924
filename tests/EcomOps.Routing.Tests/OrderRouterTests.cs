using EcomOps.Core;
using EcomOps.Routing.Carriers;
using EcomOps.Routing.Eligibility;
using EcomOps.Routing.Locations;
using EcomOps.Routing.Orders;
using EcomOps.Routing.Plans;
using EcomOps.Routing.Sourcing;
using EcomOps.Routing.Stock;
using EcomOps.Rules.DecisionSets;
using NodaTime;

namespace EcomOps.Routing.Tests;

public sealed class OrderRouterTests
{
    [Fact]
    public void The_cheapest_single_location_wins_and_the_others_say_what_they_would_cost_more()
    {
        OrderRouter router = new(Shop.Network, Shop.Stock(("AMS", "A", 5), ("BER", "A", 5), ("PAR", "B", 5)));
        Routed routed = Assert.IsType<Routed>(router.Route(Shop.Order(("A", 2)), Shop.TuesdayMorning));
        Parcel parcel = Assert.Single(routed.Plan.Parcels);
        Assert.Equal(("AMS", "parcel", 2), (parcel.LocationId, parcel.Service, parcel.Units));
        Assert.Equal(Money.Eur(7m), routed.Plan.Cost.Total);
        Assert.Equal((Money.Eur(5m), Money.Eur(2m)), (routed.Plan.Cost.Parcels, routed.Plan.Cost.Units));
        Assert.True(routed.Plan.IsOptimal);
        Assert.Equal(new LocalDate(2026, 11, 11), routed.Plan.ArrivesOn);

        IReadOnlyList<CandidateVerdict> verdicts = routed.Decision.Candidates;
        Assert.Equal(["AMS", "BER", "PAR"], verdicts.Select(v => v.LocationId));
        Assert.Equal(CandidateStatus.Used, verdicts[0].Status);

        // With Berlin: one unit from each costs 5 + 8 + 2, both from Berlin 8 + 2; 3 more than 7.
        Assert.Equal((CandidateStatus.Outbid, Money.Eur(3m), "dearer"), (verdicts[1].Status, verdicts[1].Margin, verdicts[1].Reasons[0].Code));
        Assert.Equal((CandidateStatus.Excluded, "no_stock"), (verdicts[2].Status, Assert.Single(verdicts[2].Reasons).Code));
        Assert.Equal(0m, verdicts[0].Distance);
        Assert.InRange(verdicts[1].Distance!.Value, 575m, 579m);
    }

    [Fact]
    public void An_order_is_split_where_no_place_has_all_and_the_split_cost_counts_once()
    {
        OrderRouter router = new(Shop.Network, Shop.Stock(("AMS", "A", 5), ("BER", "B", 5)), options: new RoutingOptions { SplitCost = 2.5m });
        RoutingPlan plan = Assert.IsType<Routed>(router.Route(Shop.Order(("A", 1), ("B", 1)), Shop.TuesdayMorning)).Plan;
        Assert.Equal(["AMS", "BER"], plan.Parcels.Select(p => p.LocationId));
        Assert.Equal(Money.Eur(2.5m), plan.Cost.Splits);
        Assert.Equal(Money.Eur(5m + 8m + 2m + 2.5m), plan.Cost.Total);
        Assert.Equal(plan.Cost.Total - plan.Cost.Splits, plan.Parcels.Aggregate(Money.Zero(Currency.Eur), (sum, p) => sum + p.Cost));
    }

    [Fact]
    public void A_dear_split_gives_way_to_one_dearer_location()
    {
        StockTable stock = Shop.Stock(("AMS", "A", 9), ("BER", "A", 9), ("BER", "B", 9));
        Location cheapUnits = Shop.Ber with { UnitHandlingCost = Money.Eur(4m) };
        RoutingNetwork network = Shop.Network with { Locations = [Shop.Ams, cheapUnits] };
        RoutingOrder order = Shop.Order(("A", 3), ("B", 1));

        // Both from Berlin: 8 + 4 x (1 + 4) = 28. Split: (5 + 3) + (8 + 5) = 21, plus the split.
        Assert.Equal(2, Plan(new RoutingOptions { SplitCost = 6.99m }).Parcels.Count);
        Assert.Single(Plan(new RoutingOptions { SplitCost = 7.01m }).Parcels);
        Assert.Single(Plan(new RoutingOptions { SplitCost = 7m }).Parcels);
        Assert.Single(Plan(new RoutingOptions { Objective = RoutingObjective.FewestParcels }).Parcels);

        RoutingPlan Plan(RoutingOptions options) => Assert.IsType<Routed>(new OrderRouter(network, stock, options: options).Route(order, Shop.TuesdayMorning)).Plan;
    }

    [Fact]
    public void Two_lines_of_one_sku_share_its_stock()
    {
        OrderRouter router = new(Shop.Network, Shop.Stock(("AMS", "A", 3), ("BER", "A", 1)));
        RoutingPlan plan = Assert.IsType<Routed>(router.Route(Shop.Order(("A", 2), ("A", 2)), Shop.TuesdayMorning)).Plan;
        Assert.Equal(3, plan.Parcels.Single(p => p.LocationId == "AMS").Units);
        Unroutable none = Assert.IsType<Unroutable>(router.Route(Shop.Order(("A", 3), ("A", 2)), Shop.TuesdayMorning));
        Assert.Equal(SourcingObstacle.InsufficientStock, none.Obstacle);
    }

    [Fact]
    public void What_may_come_later_is_backordered_when_it_is_out_of_stock_or_dearer_to_send()
    {
        RoutingOrder order = Shop.Order(("A", 1), ("B", 2));
        order = order with { Lines = [order.Lines[0], order.Lines[1] with { BackorderCost = Money.Eur(3m) }] };
        Backordered none = Assert.IsType<Backordered>(new OrderRouter(Shop.Network, Shop.Stock(("AMS", "A", 1))).Route(order, Shop.TuesdayMorning));
        Assert.Equal(("l2", 2), (none.Plan.Unfilled[0].LineId, none.Plan.Unfilled[0].Units));
        Assert.Equal((Money.Eur(6m), Money.Eur(12m)), (none.Plan.Cost.Backorders, none.Plan.Cost.Total));

        // Berlin would need 8 + 2 for the two units, more than 6 of penalties.
        Assert.IsType<Backordered>(new OrderRouter(Shop.Network, Shop.Stock(("AMS", "A", 1), ("BER", "B", 2))).Route(order, Shop.TuesdayMorning));
    }

    [Fact]
    public void The_split_cost_does_not_bend_the_choice_between_sending_and_leaving_everything()
    {
        // Sending costs 5 + 1 = 6 and no split; leaving it 6.50.
        RoutingOrder order = Shop.Order(("A", 1));
        order = order with { Lines = [order.Lines[0] with { BackorderCost = Money.Eur(6.5m) }] };
        OrderRouter router = new(Shop.Network, Shop.Stock(("AMS", "A", 1)), options: new RoutingOptions { SplitCost = 2m });
        Assert.Equal(Money.Eur(6m), Assert.IsType<Routed>(router.Route(order, Shop.TuesdayMorning)).Plan.Cost.Total);
    }

    [Fact]
    public void A_late_location_is_used_only_within_the_tolerance_which_the_decision_names()
    {
        StockTable stock = Shop.Stock(("BER", "A", 1));
        RoutingOrder order = Shop.Order(("A", 1)) with { RequiredBy = new LocalDate(2026, 11, 11) };
        Unroutable late = Assert.IsType<Unroutable>(new OrderRouter(Shop.Network, stock).Route(order, Shop.TuesdayMorning));
        Assert.Equal(SourcingObstacle.NotOnTime, late.Obstacle);
        Assert.Equal("late", late.Decision.Candidates.Single(c => c.LocationId == "BER").Reasons[0].Code);

        RoutingOptions options = new() { Tolerances = { 1, 2, 5 } };
        Routed routed = Assert.IsType<Routed>(new OrderRouter(Shop.Network, stock, options: options).Route(order, Shop.TuesdayMorning));
        Assert.Equal(2, routed.Decision.Tolerance);
        Assert.Equal(new LocalDate(2026, 11, 13), routed.Plan.ArrivesOn);
    }

    [Fact]
    public void A_full_day_moves_the_promise_and_a_full_book_excludes()
    {
        RoutingNetwork network = Shop.Network with { Locations = [Shop.Ams with { DailyOrders = 1 }] };
        WorkloadBook book = new();
        OrderRouter router = new(network, Shop.Stock(("AMS", "A", 9)), book, options: new RoutingOptions { CapacityHorizon = 1 });
        RoutingPlan first = Assert.IsType<Routed>(router.Route(Shop.Order(("A", 1)), Shop.TuesdayMorning)).Plan;
        book.Add(first);
        RoutingPlan second = Assert.IsType<Routed>(router.Route(Shop.Order(("A", 1)), Shop.TuesdayMorning)).Plan;
        Assert.Equal((new LocalDate(2026, 11, 10), new LocalDate(2026, 11, 11)), (first.Parcels[0].Promise.ShipsOn, second.Parcels[0].Promise.ShipsOn));
        book.Add(second);
        Unroutable full = Assert.IsType<Unroutable>(router.Route(Shop.Order(("A", 1)), Shop.TuesdayMorning));
        Assert.Equal("no_capacity", Assert.Single(full.Decision.Candidates[0].Reasons).Code);
        book.TakeBack(first);
        Assert.IsType<Routed>(router.Route(Shop.Order(("A", 1)), Shop.TuesdayMorning));
    }

    [Fact]
    public void Units_beyond_the_days_capacity_come_from_elsewhere()
    {
        RoutingNetwork network = Shop.Network with { Locations = [Shop.Ams with { DailyUnits = 3 }, Shop.Ber] };
        RoutingPlan plan = Assert.IsType<Routed>(new OrderRouter(network, Shop.Stock(("AMS", "A", 9), ("BER", "A", 1))).Route(Shop.Order(("A", 4)), Shop.TuesdayMorning)).Plan;
        Assert.Equal([3L, 1L], plan.Parcels.Select(p => p.Units));
    }

    [Fact]
    public void Of_two_services_the_cheaper_for_the_weight_is_taken_and_a_required_day_takes_the_faster()
    {
        RateTable rates = new(
            [DeliveryRegion.Of("world")],
            [
                new CarrierRate("a", "flat", "standard", "world", 4, Money.Eur(9m), Money.Eur(0m)),
                new CarrierRate("b", "by-weight", "standard", "world", 2, Money.Eur(4m), Money.Eur(2m)),
            ]);
        RoutingNetwork network = new(Currency.Eur, [Shop.Ams], rates);
        OrderRouter router = new(network, Shop.Stock(("AMS", "A", 9)));
        Assert.Equal("by-weight", Service(Shop.Order(("A", 2))));
        Assert.Equal("flat", Service(Shop.Order(("A", 3))));
        Assert.Equal("by-weight", Service(Shop.Order(("A", 3)) with { RequiredBy = new LocalDate(2026, 11, 12) }));

        string Service(RoutingOrder order) => Assert.Single(Assert.IsType<Routed>(router.Route(order, Shop.TuesdayMorning)).Plan.Parcels).Service;
    }

    [Fact]
    public void Rules_of_the_author_exclude_with_their_reason_and_surcharges_steer()
    {
        RuleSet rules = RuleSet.Parse("""
            ruleSet: routing/own
            version: 4
            facts: ecomops.routing/1
            hitPolicy: collect
            outcome: { action: [exclude, surcharge], reason: string, cost?: decimal }
            rules:
              - { id: keep-ams-free, when: 'location.id == "AMS"', then: { action: surcharge, reason: scarce, cost: 3.50 } }
              - { id: no-paris, when: 'location.id == "PAR"', then: { action: exclude, reason: On strike. } }
            """, RoutingFacts.Vocabulary).Require();
        StockTable stock = Shop.Stock(("AMS", "A", 1), ("BER", "A", 1), ("PAR", "A", 1));
        Routed routed = Assert.IsType<Routed>(new OrderRouter(Shop.Network, stock, rules: rules).Route(Shop.Order(("A", 1)), Shop.TuesdayMorning));

        // Berlin costs 8 + 1; Amsterdam 5 + 1 + 3.50.
        Assert.Equal("BER", Assert.Single(routed.Plan.Parcels).LocationId);
        Assert.Equal(Money.Eur(0.5m), routed.Decision.Candidates[0].Margin);
        Assert.Equal(new CandidateReason("excluded_by_rule", "On strike.", "no-paris"), Assert.Single(routed.Decision.Candidates[2].Reasons));
        Assert.Equal(("routing/own", 4), (routed.Decision.Rules.Id, routed.Decision.Rules.Version));
    }

    [Fact]
    public void Every_reason_against_a_location_is_kept()
    {
        RoutingNetwork network = Shop.Network with { Locations = [Shop.Ams with { IsActive = false, ServedCountries = ["BE"] }] };
        Unroutable none = Assert.IsType<Unroutable>(new OrderRouter(network, Shop.Stock()).Route(Shop.Order(("A", 1)) with { Tier = "teleport" }, Shop.TuesdayMorning));
        Assert.Equal(["inactive", "not-served", null, null], none.Decision.Candidates[0].Reasons.Select(r => r.Rule));
        Assert.Equal(["excluded_by_rule", "excluded_by_rule", "no_stock", "no_rate"], none.Decision.Candidates[0].Reasons.Select(r => r.Code));
    }

    [Fact]
    public void The_order_of_locations_changes_nothing()
    {
        StockTable stock = Shop.Stock(("AMS", "A", 1), ("BER", "A", 4), ("PAR", "A", 4));
        RoutingPlan one = Assert.IsType<Routed>(new OrderRouter(Shop.Network, stock).Route(Shop.Order(("A", 4)), Shop.TuesdayMorning)).Plan;
        RoutingPlan other = Assert.IsType<Routed>(new OrderRouter(Shop.Network with { Locations = [Shop.Ber, Shop.Par, Shop.Ams] }, stock).Route(Shop.Order(("A", 4)), Shop.TuesdayMorning)).Plan;
        Assert.Equal("BER", Assert.Single(one.Parcels).LocationId);
        Assert.Equal(one.Cost, other.Cost);
        Assert.Equal(one.Parcels.Select(p => (p.LocationId, p.Units)), other.Parcels.Select(p => (p.LocationId, p.Units)));
    }

    [Fact]
    public void A_network_with_errors_and_a_bad_order_are_refused()
    {
        RoutingNetwork twice = Shop.Network with { Locations = [Shop.Ams, Shop.Ams with { ParcelHandlingCost = Money.Usd(1m), HandlingDays = -1 }] };
        Assert.Equal(["duplicate_id", "negative_days", "currency_mismatch"], twice.Validate().Select(i => i.Code));
        Assert.Throws<ArgumentException>(() => new OrderRouter(twice, Shop.Stock()));
        OrderRouter router = new(Shop.Network, Shop.Stock());
        Assert.Throws<ArgumentException>(() => router.Route(Shop.Order(), Shop.TuesdayMorning));
        Assert.Throws<ArgumentException>(() => router.Route(Shop.Order(("A", 0)), Shop.TuesdayMorning));
        Assert.Throws<ArgumentException>(() => router.Route(Shop.Order(("A", 1)) with { MaximumParcels = 0 }, Shop.TuesdayMorning));
    }
}
