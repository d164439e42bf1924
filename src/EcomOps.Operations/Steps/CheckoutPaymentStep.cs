using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using EcomOps.Payments.Fraud;
using EcomOps.Payments.Gateways;
using EcomOps.Payments.Orchestration;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Screens the newest orders by the fraud rules and pays those that may go on, over a primary gateway and its fallbacks.</summary>
internal static class CheckoutPaymentStep
{
    internal static async Task<ScreenedPayments> RunAsync(ShopHistory history, StoreSettings settings, IReadOnlyList<IPaymentGateway> gateways, CancellationToken cancellationToken)
    {
        var screening = new FraudScreening(null, new FraudOptions { ChallengeFrom = settings.Fraud.Challenge, ReviewFrom = settings.Fraud.Review, BlockFrom = settings.Fraud.Reject });
        Instant now = history.Until.AtStartOfDayInZone(history.Zone).ToInstant();
        PaymentOrchestrator? orchestrator = gateways.Count == 0 ? null : new(gateways, new MemoryPaymentStore(), new FixedClock(now));
        ILookup<string, Instant> ordersOf = history.Orders.Where(o => o.CustomerId is not null).ToLookup(o => o.CustomerId!, o => o.PlacedAt, StringComparer.Ordinal);
        List<ScreenedPayment> payments = [];
        foreach (ShopOrder order in RoutingStep.NewestOrders(history))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Money amount = new Money(order.Lines.Sum(l => l.UnitPrice.Amount * l.Quantity) + (order.ShippingCharged?.Amount ?? 0), history.Currency).Round(MoneyRounding.HalfUp);
            FraudDecision decision = screening.Screen(Facts(order, amount, ordersOf), order.PlacedAt);
            PaymentOutcome? outcome = orchestrator is null || decision.Action == FraudAction.Block || amount.IsZero
                ? null
                : await orchestrator.PayAsync(new PaymentOrder(order.Id, amount) { Country = order.Country, Challenge = decision.Action == FraudAction.Challenge }, new PaymentMethodToken($"tok-{order.Id}"), cancellationToken).ConfigureAwait(false);
            payments.Add(new(order, decision, outcome));
        }

        return new(payments, [.. gateways.Select(g => g.Id)]);
    }

    private static FraudFacts Facts(ShopOrder order, Money amount, ILookup<string, Instant> ordersOf) => new(amount)
    {
        CardCountry = order.Risk?.CardCountry,
        IpCountry = order.Risk?.IpCountry,
        ShippingCountry = order.Country,
        BillingMatchesShipping = order.Risk?.BillingMatchesShipping,
        AddressCheckPassed = order.Risk?.AddressCheckPassed,
        SecurityCodePassed = order.Risk?.SecurityCodePassed,
        AccountAge = order.Risk?.CustomerAgeDays,
        AttemptsPerCard1h = order.Risk?.CardAttemptsLastHour,
        PaidOrdersBefore = order.CustomerId is { } customer ? ordersOf[customer].Count(t => t < order.PlacedAt) : 0,
        Items = order.Lines.Sum(l => l.Quantity),
    };

    private sealed class FixedClock(Instant at) : IClock
    {
        public Instant GetCurrentInstant() => at;
    }
}
