using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Metrics.Internal;

/// <summary>Brings facts into the shop's currency at the rate of their own day; null when a rate is missing.</summary>
internal sealed class FactConverter(Currency currency, ExchangeRates? rates)
{
    public OrderFact? Order(OrderFact order, LocalDate day)
    {
        if (order.Lines.All(l => Own(l.UnitPrice) && Own(l.Discount) && Own(l.UnitCost)) && Own(order.Shipping) && Own(order.Tax) && Own(order.ShippingCost) && Own(order.PaymentFee) && Own(order.FulfilmentCost))
        {
            return order;
        }

        bool missing = false;
        Money One(Money money)
        {
            ConvertedMoney? converted = rates?.Convert(money, currency, day);
            missing |= converted is null;
            return converted?.Value ?? money;
        }

        Money? Some(Money? money) => money is { } m ? One(m) : null;
        OrderFact result = order with
        {
            Lines = [.. order.Lines.Select(l => l with { UnitPrice = One(l.UnitPrice), Discount = Some(l.Discount), UnitCost = Some(l.UnitCost) })],
            Shipping = Some(order.Shipping),
            Tax = Some(order.Tax),
            ShippingCost = Some(order.ShippingCost),
            PaymentFee = Some(order.PaymentFee),
            FulfilmentCost = Some(order.FulfilmentCost),
        };
        return missing ? null : result;
    }

    public RefundFact? Refund(RefundFact refund, LocalDate day)
    {
        if (Own(refund.Value) && Own(refund.UnitCost) && Own(refund.HandlingCost))
        {
            return refund;
        }

        Money? Some(Money? money) => money is { } m ? rates?.Convert(m, currency, day)?.Value : null;
        RefundFact? result = Some(refund.Value) is { } value ? refund with { Value = value, UnitCost = Some(refund.UnitCost), HandlingCost = Some(refund.HandlingCost) } : null;
        return result is null || (refund.UnitCost is not null && result.UnitCost is null) || (refund.HandlingCost is not null && result.HandlingCost is null) ? null : result;
    }

    public SpendFact? Spend(SpendFact spend) =>
        Own(spend.Spend) ? spend : rates?.Convert(spend.Spend, currency, spend.On) is { } converted ? spend with { Spend = converted.Value } : null;

    private bool Own(Money? money) => money is not { } m || m.Currency == currency;
}
