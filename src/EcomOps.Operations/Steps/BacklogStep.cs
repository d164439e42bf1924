using EcomOps.Analytics.Cohorts;
using EcomOps.Analytics.Segments;
using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Steps;

/// <summary>Improvements that the run's own figures suggest. An item appears only where its figures exist.</summary>
internal sealed class BacklogStep(RunResults results)
{
    private const double WeeksPerMonth = 52.0 / 12;

    private readonly ShopHistory _history = results.History;
    private readonly PeriodSales _month = results.Sales.Reported;
    private readonly double? _marginRate = (double?)results.Sales.Reported.Metric("gross_margin_rate");

    internal static IReadOnlyList<BacklogItem> Run(RunResults results) =>
        [.. new BacklogStep(results).All().OfType<BacklogItem>().OrderByDescending(i => (i.Margin ?? i.Revenue)?.Amount ?? 0).ThenByDescending(i => i.Revenue?.Amount ?? 0).ThenBy(i => i.Id, StringComparer.Ordinal)];

    private IEnumerable<BacklogItem?> All() => [Checkout(), Declines(), StockOuts(), Returns(), SecondOrder(), WinBack(), Overstock(), Feed(), Punctuality()];

    private Money Of(double amount) => new Money((decimal)amount, _history.Currency).Round(MoneyRounding.HalfEven);

    private Money? MarginOf(Money revenue) => _marginRate is { } rate ? (revenue * (decimal)rate).Round(MoneyRounding.HalfEven) : null;

    private string MarginText => _marginRate is { } rate ? $" At the month's gross margin rate of {Percent(rate)} that is the margin shown." : " No cost is known, so margin is not shown.";

    private double OrderValue => (double)(_month.Metric("aov") ?? 0);

    private BacklogItem? Checkout()
    {
        if (results.Traffic.Of(results.Sales.Periods.Month) is not { } now || now.Purchases == 0)
        {
            return null;
        }

        MonthVisits[] year = [.. results.Traffic.Months.Where(m => results.Sales.Of(m.Month) is { Complete: true }).TakeLast(12)];
        (WebStep Step, double Now, double Best, MonthVisits At)? worst = null;
        foreach (WebStep step in Enum.GetValues<WebStep>().Where(s => s > WebStep.BeginCheckout))
        {
            double rate = (double)now.Reached[step] / Math.Max(1, now.Reached[step - 1]);
            MonthVisits best = year.MaxBy(m => (double)m.Reached[step] / Math.Max(1, m.Reached[step - 1]))!;
            double bestRate = (double)best.Reached[step] / Math.Max(1, best.Reached[step - 1]);
            if (rate > 0 && (worst is null || bestRate / rate > worst.Value.Best / worst.Value.Now))
            {
                worst = (step, rate, bestRate, best);
            }
        }

        if (worst is not { } w || w.Best <= w.Now)
        {
            return null;
        }

        double orders = now.Purchases * ((w.Best / w.Now) - 1);
        Money revenue = Of(orders * OrderValue);
        string name = Artefacts.EventTracking.Name(w.Step).ToLowerInvariant();
        return new("checkout-step", $"Bring the step “{name}” back to its best month", "Checkout", revenue, MarginOf(revenue),
            $"{Percent(w.Now)} of visits that come so far take the step; in {Month(w.At.Month)} it was {Percent(w.Best)}. {Number(now.Purchases)} orders × ({Percent(w.Best)} ÷ {Percent(w.Now)} − 1) = {Number(orders, 0)} orders × {Money(Of(OrderValue))} an order.{MarginText}",
            "the steps after it keep their rates", $"Find what changed since {Month(w.At.Month)}; test the remedy as an A/B test with orders per visit as its measure.");
    }

    private BacklogItem? Declines()
    {
        if (results.Payments.Month is not { } pay || pay.LostValue.IsZero)
        {
            return null;
        }

        int retriedOrders = pay.Recovered;
        int failedFirst = pay.Recovered + (pay.Orders - pay.Paid);
        double rate = failedFirst == 0 ? 0 : (double)retriedOrders / failedFirst;
        if (rate == 0)
        {
            return null;
        }

        Money revenue = Of((double)pay.LostValue.Amount * rate);
        return new("declines", "Try declined payments once more at the fallback gateway", "Payments", revenue, MarginOf(revenue),
            $"{Money(pay.LostValue)} were lost to declines in the month. Of {Number(failedFirst)} orders whose first attempt failed, a further attempt recovered {Number(retriedOrders)} ({Percent(rate)}). {Money(pay.LostValue)} × {Percent(rate)}.{MarginText}",
            "lost orders recover as often as those that were tried again", "Switch the fallback on for every decline class that allows it; watch approval by decline code for two weeks.");
    }

    private BacklogItem? StockOuts()
    {
        PlannedSku[] empty = [.. results.Planning.Items.Where(i => !results.Stock.IsAssumed && i.OnHand is { } hand && hand - i.Claimed <= 0 && i.Forecast.Mean[0] > 0)];
        if (empty.Length == 0)
        {
            return null;
        }

        double lost = empty.Sum(i => i.Forecast.Mean.Take(4).Average() * WeeksPerMonth * (double)i.Product.Price.Amount);
        Money revenue = Of(lost);
        PlannedSku top = empty.MaxBy(i => i.Forecast.Mean.Take(4).Average() * (double)i.Product.Price.Amount)!;
        return new("stock-outs", $"Get {Count(empty.Length, "sold-out SKU")} back into stock", "Purchasing", revenue, MarginOf(revenue),
            $"{Number(empty.Length)} SKUs have nothing left to sell and are forecast to sell {Money(revenue)} a month (forecast units a week × {Number(WeeksPerMonth, 2)} weeks × price, summed). Most is {top.Product.Title} ({top.Product.Sku}): {Number(top.Forecast.Mean.Take(4).Average())} a week × {Money(top.Product.Price)}.{MarginText}",
            "customers do not take another product instead", "Place the purchase proposals of these SKUs first; ask suppliers for a part delivery.");
    }

    private BacklogItem? Returns()
    {
        PeriodSales[] complete = [.. results.Sales.Months.Where(m => m is { Complete: true, Gross.Amount: > 0 }).TakeLast(12)];
        if (complete.Length < 3 || _month.Returns.IsZero)
        {
            return null;
        }

        double now = (double)_month.Metric("return_rate")!.Value;
        double median = complete.Select(m => (double)m.Metric("return_rate")!.Value).Order().ElementAt((complete.Length - 1) / 2);
        double? target = KpiStep.Targets(results.Settings).TryGetValue("return_rate", out decimal wanted) ? (double?)wanted : null;
        double goal = target < now ? target.Value : Math.Min(median, now * 0.9);
        bool isTarget = target < now;
        if (goal >= now)
        {
            return null;
        }

        Money revenue = Of((double)_month.Gross.Amount * (now - goal));
        return new("returns", "Bring returns down", "Product and service", revenue, MarginOf(revenue),
            $"{Percent(now)} of gross revenue came back; {(isTarget ? $"the target is {Percent(goal)}" : goal == median ? $"the median of the last {complete.Length} months is {Percent(goal)}" : $"a tenth less is {Percent(goal)}")}. {Money(_month.Gross)} × ({Percent(now)} − {Percent(goal)}).{MarginText}",
            isTarget || goal == median ? "gross revenue stays as it is" : "a tenth fewer returns can be reached; gross revenue stays as it is",
            "Take the ten SKUs with the most returned value; read the reasons, mend pictures and descriptions first.");
    }

    private BacklogItem? SecondOrder()
    {
        if (results.Customers is not { } customers)
        {
            return null;
        }

        (Cohort Cohort, double Rate)[] rates = [.. customers.Cohorts.Cohorts.Where(c => c.Cells.Count > 1 && !c.Cells[1].IsPartial && c.Customers >= 30).Skip(1).Select(c => (c, c.Cells[1].Retention))];
        if (rates.Length < 3 || _month.NewCustomers == 0 || customers.Cohorts.Average(1) is not { } average)
        {
            return null;
        }

        (Cohort Cohort, double Rate) best = rates.OrderByDescending(r => r.Rate).ElementAt(rates.Length / 4);
        if (best.Rate <= average)
        {
            return null;
        }

        double customersMore = _month.NewCustomers * (best.Rate - average);
        Money revenue = Of(customersMore * OrderValue);
        return new("second-order", "Win the second order within a month", "Marketing", revenue, MarginOf(revenue),
            $"{Percent(average)} of new customers order again in the month after; the best quarter of cohorts reaches {Percent(best.Rate)}. {Number(_month.NewCustomers)} new customers × ({Percent(best.Rate)} − {Percent(average)}) = {Number(customersMore, 0)} orders × {Money(Of(OrderValue))}.{MarginText}",
            "the difference between cohorts can be worked on and is not the season alone", "Send the brief for new customers to four fifths, hold one fifth out, compare after 60 days.");
    }

    private BacklogItem? WinBack()
    {
        if (results.Customers is not { Before: { } before } customers)
        {
            return null;
        }

        string[] slipping = ["AT_RISK", "PREVIOUSLY_LOYAL"];
        string[] then = [.. before.Customers.Where(c => slipping.Contains(c.Segment)).Select(c => c.Customer.CustomerId)];
        Dictionary<string, int> recency = customers.Segmentation.Scores.Customers.ToDictionary(c => c.CustomerId, c => c.RecencyDays, StringComparer.Ordinal);
        int days = NodaTime.Period.DaysBetween(before.Scores.AsOf, customers.Segmentation.Scores.AsOf);
        int back = then.Count(id => recency.GetValueOrDefault(id, int.MaxValue) < days);
        SegmentTotal[] now = [.. customers.Segmentation.Totals.Where(t => slipping.Contains(t.Segment))];
        int size = now.Sum(t => t.Customers);
        if (then.Length == 0 || size == 0 || back == 0)
        {
            return null;
        }

        double rate = (double)back / then.Length;
        double more = size * rate * 0.25;
        double orderValue = (double)now.Sum(t => t.Monetary.Amount) / Math.Max(1, now.Sum(t => t.Customers * (t.AverageFrequency ?? 1)));
        Money revenue = Of(more * orderValue);
        return new("win-back", "Win slipping customers back", "Marketing", revenue, MarginOf(revenue),
            $"{Number(size)} customers are at risk or were loyal once. Of those who were so a month ago {Number(back)} of {Number(then.Length)} ({Percent(rate)}) came back unasked. A quarter more: {Number(size)} × {Percent(rate)} × 25 % = {Number(more, 0)} orders × {Money(Of(orderValue))}, their own order value.{MarginText}",
            "a campaign brings a quarter more back than come unasked; the holdout will tell", "Run the brief of the two segments with a fifth held out.");
    }

    private BacklogItem? Overstock()
    {
        if (results.Planning.Plan is not { Overstock.Count: > 0 } plan || results.Stock.IsAssumed)
        {
            return null;
        }

        Money value = plan.Overstock.Aggregate(Core.Money.Zero(_history.Currency), (sum, o) => sum + o.Value);
        Money saved = (value * (results.Settings.Supply.HoldingCostPerYear / 12)).Round(MoneyRounding.HalfEven);
        return new("overstock", $"Sell off the overstock of {Count(plan.Overstock.Count, "SKU")}", "Purchasing", null, saved,
            $"{Money(value)} at cost lie beyond what will be needed. Holding costs {Percent((double)results.Settings.Supply.HoldingCostPerYear, 0)} of it a year: {Money(value)} × {Percent((double)results.Settings.Supply.HoldingCostPerYear, 0)} ÷ 12. The capital itself is freed once.",
            "goods can be sold at no less than cost", "Bundle or mark down the ten lines with the most capital; stop their purchase orders.");
    }

    private BacklogItem? Feed()
    {
        Money? stake = results.Catalogue.Feed.Findings().Where(f => f.Severity == Severity.Error).Select(f => f.RevenueAtStake).OfType<Money>().DefaultIfEmpty().Max();
        if (stake is not { Amount: > 0 } revenue || results.Catalogue.Feed.Excluded == 0)
        {
            return null;
        }

        double shareOfItems = (double)results.Catalogue.Feed.Excluded / results.Catalogue.Feed.Items;
        return new("feed", $"Get {Count(results.Catalogue.Feed.Excluded, "item")} into the product feed", "Catalogue", null, null,
            $"{Percent(shareOfItems)} of items would be refused; they sold {Money(revenue)} over the history. What free listings and shopping ads would add is not in the data, so no effect is projected.",
            string.Empty, "Mend the findings at the top of the validation report; then measure visits from the feed.");
    }

    private BacklogItem? Punctuality()
    {
        ShopOrder[] known = [.. _history.Orders.Where(o => o is { CustomerId: not null, Shipment.DeliveredAt: not null })];
        NodaTime.Instant cut = _history.Until.PlusDays(-90).AtStartOfDayInZone(_history.Zone).ToInstant();
        ILookup<string, NodaTime.Instant> ordersOf = _history.Orders.Where(o => o.CustomerId is not null).ToLookup(o => o.CustomerId!, o => o.PlacedAt, StringComparer.Ordinal);
        int late = 0, lateBack = 0, onTime = 0, onTimeBack = 0;
        foreach (ShopOrder order in known.Where(o => o.Shipment!.DeliveredAt!.Value < cut))
        {
            NodaTime.Instant at = order.Shipment!.DeliveredAt!.Value;
            bool isLate = at.InZone(_history.Zone).Date > order.Shipment.PromisedOn;
            bool back = ordersOf[order.CustomerId!].Any(t => t > at && t <= at + NodaTime.Duration.FromDays(90));
            (late, lateBack, onTime, onTimeBack) = isLate ? (late + 1, lateBack + (back ? 1 : 0), onTime, onTimeBack) : (late, lateBack, onTime + 1, onTimeBack + (back ? 1 : 0));
        }

        FulfilmentGroup? month = results.Fulfilment.All;
        if (late < 100 || onTime < 100 || month?.OnTime is not { } punctual)
        {
            return null;
        }

        double lateRate = (double)lateBack / late, onTimeRate = (double)onTimeBack / onTime;
        if (onTimeRate <= lateRate)
        {
            return null;
        }

        double lateOrders = month.Delivered * (1 - punctual);
        Money revenue = Of(lateOrders * (onTimeRate - lateRate) * OrderValue);
        return new("punctuality", "Deliver by the promised day", "Fulfilment", revenue, MarginOf(revenue),
            $"After an order on time {Percent(onTimeRate)} of customers order again within 90 days ({Number(onTime)} orders), after a late one {Percent(lateRate)} ({Number(late)} orders). {Number(lateOrders, 0)} late orders in the month × ({Percent(onTimeRate)} − {Percent(lateRate)}) × {Money(Of(OrderValue))}.{MarginText}",
            "the delay is the cause and not something that goes with it", "Lengthen the promise where it is missed most (artefact 4), then mend the site with the longest time to hand-over.");
    }
}
