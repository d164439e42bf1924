using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Growth;
using EcomOps.Analytics.Ltv;
using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Sets the contribution of customers against what their channel cost, by channel and by the category that they began with.</summary>
internal sealed class AcquisitionStep(ShopHistory history, StoreSettings settings, ShopFacts facts, LifetimeValueResults? lifetime)
{
    private const string Everybody = "all";
    private const int Months = 24;
    private const int MostCustomers = 10;
    private const int Seed = 1;

    private readonly Dictionary<string, ShopOrder> _first = [];

    /// <summary>Null when no order names a customer or no product has a cost: then there is no contribution to set against a cost.</summary>
    internal static AcquisitionResults? Run(ShopHistory history, StoreSettings settings, ShopFacts facts, bool hasCustomers, LifetimeValueResults? lifetime)
    {
        LocalDate last = history.Until.PlusDays(-1);
        var whole = new ReportPeriod(history.From, last);
        return !hasCustomers || facts.Totals(whole).KnownCostOfGoods is null ? null : new AcquisitionStep(history, settings, facts, lifetime).Compute(whole);
    }

    private AcquisitionResults Compute(ReportPeriod whole)
    {
        foreach (ShopOrder order in history.Orders.Where(o => o.CustomerId is not null))
        {
            _first.TryAdd(order.CustomerId!, order);
        }

        LocalDate from = history.Spend.Count == 0 ? history.From : history.Spend.Min(s => s.On);
        var report = ContributionReport.Compute(facts, whole, ContributionGroup.Order);
        Dictionary<string, decimal> contribution = report.Groups.Where(g => g.Units > 0).ToDictionary(g => g.Key!, g => g.Cm2, StringComparer.Ordinal);
        HashSet<string> won = [.. _first.Where(f => f.Value.PlacedAt.InZone(history.Zone).Date >= from).Select(f => f.Key)];
        var builder = new CustomerOrdersBuilder(history.Zone, history.Currency, CustomerIdOrder.Text);
        foreach (ShopOrder order in history.Orders)
        {
            if (order.CustomerId is { } customer && won.Contains(customer) && contribution.TryGetValue(order.Id, out decimal value))
            {
                builder.Add(new CustomerOrder(customer, order.PlacedAt, new Money(value, history.Currency).Round(MoneyRounding.HalfEven)));
            }
        }

        foreach (CustomerOrder loss in ReturnsWithoutOrder(contribution).Where(r => won.Contains(r.CustomerId!)))
        {
            builder.Add(loss);
        }

        CustomerOrders orders = builder.Build();
        ContributionWaterfall total = report.Total;
        decimal sold = total.GrossSales - total.Discounts;
        double? share = sold == 0 ? null : (double)(total.Cm2 / sold);
        Dictionary<string, Money>? next = lifetime is null || share is null ? null
            : lifetime.Values.ToDictionary(e => e.CustomerId, e => ((e.LifetimeValue ?? Money.Zero(history.Currency)) * (decimal)share.Value).Round(MoneyRounding.HalfEven), StringComparer.Ordinal);
        Dictionary<string, Money> spend = history.Spend.GroupBy(s => s.Channel, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Aggregate(Money.Zero(history.Currency), (sum, s) => sum + s.Amount), StringComparer.Ordinal);
        IReadOnlyList<AcquisitionGroup> By(Func<string, string> group, IReadOnlyDictionary<string, Money> cost) =>
            AcquisitionEconomics.Compute(orders, won.ToDictionary(c => c, group, StringComparer.Ordinal), cost, whole.Until, Months, next);
        Money all = spend.Values.Aggregate(Money.Zero(history.Currency), (sum, s) => sum + s);
        return new(
            from, history.Spend.Count > 0,
            By(_ => Everybody, spend.Count == 0 ? new Dictionary<string, Money>() : new Dictionary<string, Money> { [Everybody] = all }) is [var everybody, ..] ? everybody : null,
            By(ChannelOf, spend), Cells(orders, won, spend, By),
            [.. total.Lines.Where(l => l.UncoveredShare > 0 && l.Id != "marketing").Select(l => (l.Name, (double)l.UncoveredShare!.Value))],
            share, lifetime is null ? [] : [.. MostExpected(lifetime)]);
    }

    private static AcquisitionCell[] Cells(
        CustomerOrders orders, HashSet<string> won, Dictionary<string, Money> spend, Func<string, string> channelOf, Func<string, string> categoryOf, Func<Func<string, string>, IReadOnlyDictionary<string, Money>, IReadOnlyList<AcquisitionGroup>> by)
    {
        (string Channel, string Category) Of(string customer) => (channelOf(customer), categoryOf(customer));
        HashSet<string> counted = [.. Enumerable.Range(0, orders.CustomerCount).Select(orders.CustomerId)];
        Dictionary<(string Channel, string Category), int> sizes = won.Where(counted.Contains).GroupBy(Of).ToDictionary(g => g.Key, g => g.Count());
        Dictionary<string, (string Channel, string Category)> names = sizes.Keys.ToDictionary(Key, k => k, StringComparer.Ordinal);
        Dictionary<string, Money> shares = new(StringComparer.Ordinal);
        foreach (IGrouping<string, (string Channel, string Category)> channel in sizes.Keys.GroupBy(k => k.Channel, StringComparer.Ordinal).Where(g => spend.ContainsKey(g.Key)))
        {
            (string Channel, string Category)[] own = [.. channel.OrderBy(k => k.Category, StringComparer.Ordinal)];
            IReadOnlyList<Money> parts = spend[channel.Key].Round(MoneyRounding.HalfEven).Allocate([.. own.Select(k => (decimal)sizes[k])], AllocationPolicy.LargestRemainder);
            for (int i = 0; i < own.Length; i++)
            {
                shares[Key(own[i])] = parts[i];
            }
        }

        return [.. by(c => Key(Of(c)), shares).Where(g => names.ContainsKey(g.Group)).Select(g => new AcquisitionCell(names[g.Group].Channel, names[g.Group].Category, g))];

        static string Key((string Channel, string Category) cell) => $"{cell.Channel.Length}:{cell.Channel}{cell.Category}";
    }

    private AcquisitionCell[] Cells(CustomerOrders orders, HashSet<string> won, Dictionary<string, Money> spend, Func<Func<string, string>, IReadOnlyDictionary<string, Money>, IReadOnlyList<AcquisitionGroup>> by)
    {
        Dictionary<Sku, string> categories = history.Products.Where(p => p.Category is not null).ToDictionary(p => p.Sku, p => p.Category!);

        // The category with the most value in the first order; of equal ones the first by name.
        string CategoryOf(string customer) => _first[customer].Lines.GroupBy(l => categories.GetValueOrDefault(l.Sku, FactFilter.Unknown), StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum(l => l.UnitPrice.Amount * l.Quantity)).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
        return Cells(orders, won, spend, ChannelOf, CategoryOf, by);
    }

    // A return that names its order is in that order's contribution; of another the customer bears refund and handling less the goods that came back.
    private IEnumerable<CustomerOrder> ReturnsWithoutOrder(Dictionary<string, decimal> contribution)
    {
        Dictionary<Sku, Money> costs = history.Products.Where(p => p.UnitCost is not null).ToDictionary(p => p.Sku, p => p.UnitCost!.Value);
        HashSet<string> handled = new(StringComparer.Ordinal);
        foreach (ReturnedLine back in history.Returns)
        {
            Money handling = handled.Add(back.ReturnId) && settings.ReturnHandlingCost is { } cost ? cost : Money.Zero(history.Currency);
            if (back.CustomerId is null || (back.OrderId is { } order && contribution.ContainsKey(order)))
            {
                continue;
            }

            Money loss = back.Value + handling - (costs.GetValueOrDefault(back.Sku, Money.Zero(history.Currency)) * back.Quantity);
            yield return new CustomerOrder(back.CustomerId, back.At, loss.IsNegative ? Money.Zero(history.Currency) : loss.Round(MoneyRounding.HalfEven), IsRefund: true);
        }
    }

    private Dictionary<string, string>? _channels;

    private string ChannelOf(string customer) => (_channels ??= Channels()).GetValueOrDefault(customer, FactFilter.Unknown);

    // As the facts see it: the channel that won the customer, else that of the visit with the first order.
    private Dictionary<string, string> Channels()
    {
        Dictionary<string, string> visited = new(StringComparer.Ordinal);
        foreach (WebSession session in history.Sessions.Where(s => s.OrderId is not null))
        {
            visited[session.OrderId!] = session.Channel;
        }

        Dictionary<string, string> channels = new(StringComparer.Ordinal);
        foreach ((string customer, ShopOrder order) in _first)
        {
            if (visited.TryGetValue(order.Id, out string? channel))
            {
                channels[customer] = channel;
            }
        }

        foreach (ShopCustomer customer in history.Customers.Where(c => c.AcquisitionChannel is not null))
        {
            channels[customer.Id] = customer.AcquisitionChannel!;
        }

        return channels;
    }

    private static IEnumerable<ExpectedCustomer> MostExpected(LifetimeValueResults lifetime)
    {
        RepeatSummaries histories = lifetime.Selection.Histories;
        foreach ((int row, CustomerValue value) in lifetime.Values.Index().Where(v => v.Item.LifetimeValue is not null)
            .OrderByDescending(v => v.Item.LifetimeValue!.Value.Amount).ThenBy(v => v.Item.CustomerId, StringComparer.Ordinal).Take(MostCustomers))
        {
            // A year by the seasons is not one length of time, so the luck of a single customer is simulated in plain time only.
            (Money Low, Money High)? range = histories.Calendar is null ? lifetime.Model.PredictiveInterval(value.History, histories.AverageRepeatSpend[row], lifetime.Horizon, Seed) : null;
            yield return new(value.CustomerId, value.ProbabilityAlive, value.LifetimeValue!.Value, range);
        }
    }
}
