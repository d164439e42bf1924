using EcomOps.Analytics.Metrics;
using EcomOps.Analytics.Metrics.Internal;
using EcomOps.Core;

namespace EcomOps.Analytics.Growth.Internal;

/// <summary>Splits the costs of a period down to order lines and adds them up by key.</summary>
internal sealed class ContributionSum(ShopFacts facts, ReportPeriod period, ContributionGroup group)
{
    private readonly Dictionary<string, ContributionWaterfall> _parts = new(StringComparer.Ordinal);

    public Dictionary<string, ContributionWaterfall> Run()
    {
        OrderFact[] orders = Array.ConvertAll(facts.Table.Orders.Of(period).ToArray(), p => p.Order);
        Dictionary<string, IReadOnlyList<Money>> marketing = Marketing(orders, out Dictionary<string, int> place);
        foreach (OrderFact order in orders)
        {
            Money spend = marketing.TryGetValue(order.Channel ?? FactFilter.Unknown, out IReadOnlyList<Money>? shares) ? shares[place[order.Id]] : Zero;
            Add(order, spend);
        }

        foreach (BookedRefund booked in facts.Table.Refunds.Of(period))
        {
            Add(booked);
        }

        return _parts;
    }

    private Money Zero => Money.Zero(facts.Currency);

    // Shares of each channel's spend in the order of its orders; spend without an order is booked at once.
    private Dictionary<string, IReadOnlyList<Money>> Marketing(OrderFact[] orders, out Dictionary<string, int> place)
    {
        Dictionary<string, List<decimal>> weights = new(StringComparer.Ordinal);
        place = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (OrderFact order in orders)
        {
            string channel = order.Channel ?? FactFilter.Unknown;
            if (!weights.TryGetValue(channel, out List<decimal>? list))
            {
                weights[channel] = list = [];
            }

            place[order.Id] = list.Count;
            list.Add(Math.Max(0, order.Lines.Sum(ValueOf)));
        }

        Dictionary<string, IReadOnlyList<Money>> shares = new(StringComparer.Ordinal);
        foreach (IGrouping<string, SpendFact> spend in facts.Table.Spend.Of(period).ToArray().GroupBy(s => s.Channel, StringComparer.Ordinal))
        {
            decimal sum = spend.Sum(s => s.Spend.Amount);
            if (weights.TryGetValue(spend.Key, out List<decimal>? list))
            {
                shares[spend.Key] = Split(sum, list);
            }
            else
            {
                Book(group == ContributionGroup.Channel ? spend.Key : ContributionReport.Unallocated, new() { Marketing = sum });
            }
        }

        return shares;
    }

    private void Add(OrderFact order, Money spend)
    {
        if (order.Lines.Count == 0)
        {
            return;
        }

        decimal[] weights = [.. order.Lines.Select(l => Math.Max(0, ValueOf(l)))];
        IReadOnlyList<Money>? shipping = Parts(order.ShippingCost), fees = Parts(order.PaymentFee), fulfilment = Parts(order.FulfilmentCost), marketing = Parts(spend);
        IReadOnlyList<Money>? Parts(Money? cost) => cost is { } c ? Split(c.Amount, weights) : null;
        for (int i = 0; i < order.Lines.Count; i++)
        {
            OrderLineFact line = order.Lines[i];
            decimal value = ValueOf(line);
            Book(Key(order, line), new()
            {
                Units = line.Quantity,
                GrossSales = line.UnitPrice.Amount * line.Quantity,
                Discounts = line.Discount?.Amount ?? 0,
                CostOfGoods = (line.UnitCost?.Amount ?? 0) * line.Quantity,
                ShippingCost = shipping?[i].Amount ?? 0,
                PaymentFees = fees?[i].Amount ?? 0,
                FulfilmentCost = fulfilment?[i].Amount ?? 0,
                Marketing = marketing![i].Amount,
                SalesWithoutCost = line.UnitCost is null ? value : 0,
                SalesWithoutShippingCost = shipping is null ? value : 0,
                SalesWithoutFees = fees is null ? value : 0,
                SalesWithoutFulfilmentCost = fulfilment is null ? value : 0,
            });
        }
    }

    private void Add(BookedRefund booked)
    {
        RefundFact refund = booked.Refund;
        string key = group switch
        {
            ContributionGroup.Order => refund.OrderId,
            ContributionGroup.Product => refund.Sku,
            ContributionGroup.Category => refund.Category,
            ContributionGroup.Country => refund.Country,
            _ => refund.Channel,
        } ?? FactFilter.Unknown;
        Book(key, new()
        {
            Returns = refund.Value.Amount,
            CostOfGoods = -(refund.UnitCost?.Amount ?? 0) * refund.Quantity,
            ReturnCost = refund.KnownHandlingCost ?? 0,
            ReturnsWithoutCost = refund.KnownHandlingCost is null ? refund.Value.Amount : 0,
        });
    }

    private string Key(OrderFact order, OrderLineFact line) => group switch
    {
        ContributionGroup.Order => order.Id,
        ContributionGroup.Product => line.Sku,
        ContributionGroup.Category => line.Category ?? FactFilter.Unknown,
        ContributionGroup.Country => order.Country ?? FactFilter.Unknown,
        _ => order.Channel ?? FactFilter.Unknown,
    };

    private void Book(string key, ContributionWaterfall amounts) =>
        _parts[key] = _parts.TryGetValue(key, out ContributionWaterfall? known) ? known.Plus(amounts) : amounts with { Key = key };

    // Costs finer than a minor unit (a fee of 0.125) keep their exact rest on the first part.
    private Money[] Split(decimal amount, IReadOnlyList<decimal> weights)
    {
        var whole = new Money(amount, facts.Currency);
        Money rounded = whole.Round(MoneyRounding.HalfEven);
        Money[] parts = [.. rounded.Allocate(weights, AllocationPolicy.LargestRemainder)];
        parts[0] += whole - rounded;
        return parts;
    }

    private static decimal ValueOf(OrderLineFact line) => (line.UnitPrice.Amount * line.Quantity) - (line.Discount?.Amount ?? 0);
}
