using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Testing.Shop;
using NodaTime;

namespace EcomOps.Operations.Tests.Shop;

/// <summary>The simulated shop is the default input of the operations run: its figures must be plausible and never change backwards.</summary>
public sealed class ShopSimulatorTests(ShopSimulatorTests.EighteenMonths simulated) : IClassFixture<ShopSimulatorTests.EighteenMonths>
{
    private ShopHistory Shop => simulated.History;

    [Fact]
    public void The_same_seed_gives_the_same_shop_and_another_seed_another()
    {
        ShopHistory again = new ShopSimulator(7).HistoryAt(3);
        ShopHistory other = new ShopSimulator(8).HistoryAt(3);
        ShopHistory first = new ShopSimulator(7).HistoryAt(3);
        Assert.Equal(Keys(first.Orders), Keys(again.Orders));
        Assert.Equal(first.PaymentAttempts, again.PaymentAttempts);
        Assert.Equal(first.Spend, again.Spend);
        Assert.NotEqual(Keys(first.Orders), Keys(other.Orders));
    }

    [Fact]
    public void A_further_month_changes_none_of_the_months_before()
    {
        ShopHistory before = new ShopSimulator(7).HistoryAt(4);
        ShopHistory after = new ShopSimulator(7).HistoryAt(5);
        Assert.True(after.Orders.Count > before.Orders.Count);
        Assert.Equal(Keys(before.Orders), Keys(after.Orders).Take(before.Orders.Count));
        Assert.Equal(before.Returns, after.Returns.Take(before.Returns.Count));
        Assert.Equal(before.Receipts, after.Receipts.Take(before.Receipts.Count));
        Assert.Equal(before.Spend, after.Spend.Take(before.Spend.Count));
        Assert.Equal(before.PaymentAttempts, after.PaymentAttempts.Take(before.PaymentAttempts.Count));
        Assert.Equal(before.Sessions.Select(SessionKey), after.Sessions.Take(before.Sessions.Count).Select(SessionKey));
        Assert.Equal(before.Customers, after.Customers.Where(c => before.Customers.Any(b => b.Id == c.Id)));
        foreach ((ShopOrder old, ShopOrder now) in before.Orders.Zip(after.Orders).Where(pair => pair.First.Shipment?.DeliveredAt is not null))
        {
            Assert.Equal(old.Shipment, now.Shipment);
        }
    }

    [Fact]
    public void It_has_the_size_of_a_shop()
    {
        Assert.InRange(Shop.Products.Count, 500, 800);
        Assert.InRange(Shop.Products.Select(p => p.ParentId).Distinct().Count(), 150, 250);
        Assert.Equal((new LocalDate(2025, 1, 1), new LocalDate(2026, 7, 1)), (Shop.From, Shop.Until));
        Assert.Equal(3, Shop.Sites.Count);
        Assert.Equal(6, Shop.Suppliers.Count);
        Assert.Equal(1m, Shop.Sites.Sum(site => site.StockShare));
        Assert.Equal(["marketplace", "web"], Shop.Orders.Select(o => o.Channel).Distinct().Order());
        Assert.InRange(Shop.Orders.Count, 15_000, 30_000);
        Assert.InRange(Shop.Sessions.Count, 150_000, 500_000);
        Assert.Empty(Shop.Gaps);
        Assert.Equal(Shop.Import.Read, Shop.Import.Accepted);
    }

    [Fact]
    public void Orders_refer_to_known_products_customers_sites_and_promotions()
    {
        var skus = Shop.Products.Select(p => p.Sku).ToHashSet();
        var customers = Shop.Customers.Select(c => c.Id).ToHashSet();
        var sites = Shop.Sites.Select(s => s.Id).ToHashSet();
        var promotions = Shop.Promotions.Select(p => p.Id).ToHashSet();
        Assert.Equal(Shop.Orders.Count, Shop.Orders.Select(o => o.Id).Distinct().Count());
        Assert.All(Shop.Orders, order =>
        {
            Assert.All(order.Lines, line => Assert.True(skus.Contains(line.Sku) && line.Quantity > 0 && line.UnitPrice.Amount > 0));
            Assert.True(order.CustomerId is null || customers.Contains(order.CustomerId));
            Assert.True(order.Shipment is null || sites.Contains(order.Shipment.SiteId));
            Assert.True(order.PromotionId is null || promotions.Contains(order.PromotionId));
        });
        Assert.True(Shop.Orders.Zip(Shop.Orders.Skip(1)).All(pair => pair.First.PlacedAt <= pair.Second.PlacedAt));
    }

    [Fact]
    public void Stock_from_receipts_covers_every_sale_and_runs_out_now_and_then()
    {
        var movements = Shop.Receipts.Select(r => (r.At, r.SiteId, r.Sku, Change: r.Quantity))
            .Concat(Shop.Orders.Where(o => o.Shipment is not null).SelectMany(o => o.Lines.Select(line => (line.At, o.Shipment!.SiteId, line.Sku, Change: -line.Quantity))))
            .GroupBy(m => (m.SiteId, m.Sku));
        int ranOut = 0;
        foreach (var item in movements)
        {
            long onHand = 0;
            long least = long.MaxValue;
            foreach (var movement in item.OrderBy(m => m.At).ThenByDescending(m => m.Change))
            {
                onHand += movement.Change;
                least = Math.Min(least, onHand);
            }

            Assert.True(least >= 0, $"{item.Key} falls to {least}.");
            ranOut += least == 0 ? 1 : 0;
        }

        Assert.InRange(ranOut, 30, 1200);
    }

    [Fact]
    public void Demand_grows_and_moves_with_weekday_season_and_promotion()
    {
        List<(LocalDate Date, int Count)> days = [.. Shop.Orders.GroupBy(o => o.PlacedAt.InZone(Shop.Zone).Date).Select(g => (g.Key, g.Count()))];
        double Mean(Func<LocalDate, bool> among) => days.Where(d => among(d.Date)).Average(d => d.Count);
        Assert.InRange(Mean(d => d.DayOfWeek == IsoDayOfWeek.Monday) / Mean(d => d.DayOfWeek == IsoDayOfWeek.Saturday), 1.2, 1.55);
        Assert.InRange(Mean(d => d is { Year: 2025, Month: 12 }) / Mean(d => d is { Year: 2025, Month: 2 }), 1.5, 2.3);
        Assert.InRange(Mean(d => d is { Year: 2026, Month: <= 6 }) / Mean(d => d is { Year: 2025, Month: <= 6 }), 1.08, 1.28);
        PromotionRecord black = Shop.Promotions.Single(p => p.Id == "BLACK-2025");
        Assert.InRange(Mean(d => d >= black.From && d < black.Until) / Mean(d => d >= black.From.PlusDays(-14) && d < black.From), 1.4, 2.3);
    }

    [Fact]
    public void Fast_and_intermittent_items_stand_side_by_side()
    {
        List<double> perWeek = [.. Shop.Orders.SelectMany(o => o.Lines).GroupBy(l => l.Sku).Select(g => g.Sum(l => l.Quantity) / 78.0)];
        Assert.True(perWeek.Count(units => units > 5) >= 20);
        Assert.True(perWeek.Count(units => units < 0.5) >= 80);
    }

    [Fact]
    public void Identifiers_are_valid_and_content_has_the_gaps_of_real_catalogues()
    {
        Assert.All(Shop.Products.Where(p => p.Gtin is not null), p => Assert.True(Gtin.TryParse(p.Gtin!.Value.Digits, out _)));
        Assert.Equal(Shop.Products.Count(p => p.Gtin is not null), Shop.Products.Select(p => p.Gtin).OfType<Gtin>().Distinct().Count());
        Assert.InRange(Shop.Products.Count(p => p.Gtin is null), 1, 60);
        Assert.All(Shop.Products, p => Assert.True(p.UnitCost!.Value < p.Price && p.Weight!.Value > Weight.Zero && p.Options.Count == 1));
    }

    [Fact]
    public void Payments_fail_and_are_tried_again_as_in_life()
    {
        ILookup<string, PaymentAttemptRecord> byOrder = Shop.PaymentAttempts.ToLookup(a => a.OrderId);
        var paid = byOrder.Where(o => o.Any(a => a.Succeeded)).Select(o => o.Key).ToHashSet();
        Assert.Equal(Shop.Orders.Where(o => o.Channel == "web").Select(o => o.Id).ToHashSet(), paid);
        Assert.InRange(byOrder.Average(o => o.First().Succeeded ? 1.0 : 0), 0.90, 0.97);
        Assert.Contains(byOrder, o => !o.Any(a => a.Succeeded));
        Assert.Equal(["eurogate", "harbourpay"], Shop.PaymentAttempts.Select(a => a.Gateway).Distinct().Order());
        Assert.All(Shop.PaymentAttempts, a => Assert.Equal(a.Succeeded, a.DeclineCode is null));
    }

    [Fact]
    public void Visits_narrow_step_by_step_and_end_in_the_web_orders()
    {
        Assert.Equal(
            Shop.Orders.Where(o => o.Channel == "web").Select(o => o.Id).Order(StringComparer.Ordinal),
            Shop.Sessions.Where(s => s.Reached == WebStep.Purchase).Select(s => s.OrderId!).Order(StringComparer.Ordinal));
        Assert.InRange(Shop.Sessions.Average(s => s.Reached == WebStep.Purchase ? 1.0 : 0), 0.030, 0.055);
        Assert.All(Shop.Sessions, s => Assert.Equal((int)s.Reached, s.StepSeconds.Count));
        Assert.All(Shop.Sessions, s => Assert.True(s.StepSeconds.Zip(s.StepSeconds.Skip(1)).All(pair => pair.First < pair.Second)));
    }

    [Fact]
    public void One_experiment_has_an_effect_and_another_has_none()
    {
        double Lift(string id)
        {
            List<WebSession> seen = [.. Shop.Sessions.Where(s => s.Variants.ContainsKey(id))];
            double Rate(string variant) => seen.Where(s => s.Variants[id] == variant).Average(s => s.Reached == WebStep.Purchase ? 1.0 : 0);
            Assert.InRange(seen.Average(s => s.Variants[id] == "control" ? 1.0 : 0), 0.485, 0.515);
            return (Rate("variant") / Rate("control")) - 1;
        }

        Assert.InRange(Lift("one-page-checkout"), 0.10, 0.32);
        Assert.InRange(Lift("free-shipping-banner"), -0.10, 0.10);
        Assert.True(Shop.Experiments[^1].Until > Shop.Until, "One experiment is still running.");
    }

    [Fact]
    public void A_visitor_sees_one_variant_of_an_experiment()
    {
        var shown = Shop.Sessions.SelectMany(s => s.Variants.Select(v => (s.VisitorId, v.Key, v.Value))).GroupBy(x => (x.VisitorId, x.Key));
        Assert.All(shown, visitor => Assert.Single(visitor.Select(x => x.Value).Distinct()));
    }

    [Fact]
    public void Returns_belong_to_delivered_lines_and_never_exceed_them()
    {
        var orders = Shop.Orders.ToDictionary(o => o.Id);
        Assert.All(Shop.Returns, back =>
        {
            ShopOrder order = orders[back.OrderId!];
            Assert.True(back.At > order.Shipment!.DeliveredAt);
            Assert.True(back.Quantity <= order.Lines.Single(l => l.Sku == back.Sku).Quantity);
            Assert.NotNull(back.Reason);
        });
        double rate = (double)Shop.Returns.Sum(r => r.Quantity) / Shop.Orders.Sum(o => o.Lines.Sum(l => l.Quantity));
        Assert.InRange(rate, 0.04, 0.12);
    }

    [Fact]
    public void Some_orders_are_fraud_and_look_like_it()
    {
        List<ShopOrder> known = [.. Shop.Orders.Where(o => o.Risk?.Disputed is not null)];
        List<ShopOrder> disputed = [.. known.Where(o => o.Risk!.Disputed == true)];
        Assert.InRange((double)disputed.Count / known.Count, 0.002, 0.015);
        double Mismatch(IEnumerable<ShopOrder> orders) => orders.Average(o => o.Risk!.IpCountry != o.Country ? 1.0 : 0);
        Assert.True(Mismatch(disputed) > 4 * Mismatch(known));
    }

    [Fact]
    public void Customers_come_back_and_spend_is_in_the_range_of_what_they_bring()
    {
        List<int> orders = [.. Shop.Orders.Where(o => o.CustomerId is not null).GroupBy(o => o.CustomerId).Select(g => g.Count())];
        Assert.InRange(orders.Average(count => count > 1 ? 1.0 : 0), 0.25, 0.60);
        decimal revenue = Shop.Orders.Sum(o => o.Lines.Sum(l => l.Value.Amount));
        Assert.InRange(Shop.Spend.Sum(s => s.Amount.Amount) / revenue, 0.01m, 0.15m);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(121)]
    public void Months_outside_the_range_are_refused(int months) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShopSimulator(1).HistoryAt(months));

    private static IEnumerable<string> Keys(IEnumerable<ShopOrder> orders) =>
        orders.Select(o => $"{o.Id} {o.PlacedAt} {o.CustomerId} {o.Destination} {o.PromotionId} {o.ShippingCharged} {string.Join(',', o.Lines)} {o.Risk?.IpCountry}");

    private static string SessionKey(WebSession s) => $"{s.Id} {s.VisitorId} {s.StartedAt} {s.Channel} {s.Device} {s.Reached} {s.OrderId} {string.Join(',', s.StepSeconds)} {string.Join(',', s.Variants)}";

    public sealed class EighteenMonths
    {
        public ShopHistory History { get; } = new ShopSimulator(7).HistoryAt(ShopSimulator.InitialMonths);
    }
}
