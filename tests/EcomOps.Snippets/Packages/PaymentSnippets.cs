using EcomOps.Core;
using EcomOps.Payments.Fraud;
using EcomOps.Payments.Gateways;
using EcomOps.Payments.Orchestration;
using EcomOps.Payments.Tax;
using EcomOps.Testing.Payments;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Snippets.Packages;

public sealed class PaymentSnippets
{
    [Fact]
    public async Task A_payment_a_screening_and_a_tax_quote()
    {
        FakeClock clock = new(Instant.FromUtc(2026, 11, 24, 12, 0));
        IPaymentGateway primary = new GatewaySimulator("primary", clock, seed: 1);
        IPaymentGateway fallback = new GatewaySimulator("fallback", clock, seed: 2);
        IPaymentStore store = new MemoryPaymentStore();
        Instant now = clock.GetCurrentInstant();
        #region Payments
        var payments = new PaymentOrchestrator([primary, fallback], store, clock);        // your gateways and your store
        PaymentOutcome outcome = await payments.PayAsync(new PaymentOrder("order-1001", Money.Eur(49.90m)), new PaymentMethodToken("tok_1"));

        string text = outcome switch
        {
            Captured captured => $"paid {captured.Amount}",
            ActionRequired action => $"send the customer to {action.Url}",
            Declined declined => declined.CustomerMessage,
            OutcomeUnknown => "being found out; nothing else is tried until it is known",
            _ => "not taken",
        };
        FraudDecision fraud = new FraudScreening().Screen(new FraudFacts(Money.Eur(49.90m)) { CardCountry = "NL", IpCountry = "RO" }, now);
        TaxQuote tax = new TaxCalculator(new TaxTable(StandardVatRates.Rows)).Quote(new TaxableOrder("NL", [new TaxableLine("1", "standard", Money.Eur(10m), 3)]));
        #endregion
        Assert.StartsWith("paid", text, StringComparison.Ordinal);
        Assert.NotNull(fraud);
        Assert.NotNull(tax);
    }

    [Fact]
    public async Task A_simulated_gateway_with_its_own_books()
    {
        #region Testing
        var clock = new FakeClock(Instant.FromUtc(2026, 11, 24, 12, 0));
        var gateway = new GatewaySimulator("primary", clock, seed: 1, new GatewaySimulatorOptions
        {
            Declines = [new("do_not_honor", 0.05), new("insufficient_funds", 0.03)],
            LostAnswers = 0.01,
        });
        var store = new MemoryPaymentStore();
        var payments = new PaymentOrchestrator([gateway], store, clock);
        PaymentOutcome outcome = await payments.PayAsync(new PaymentOrder("o1", Money.Eur(10m)), new PaymentMethodToken("tok"));
        IReadOnlyList<Issue> deviations = PaymentBooks.Compare(store.Records, [gateway]);   // empty: shop and gateway agree
        #endregion
        Assert.NotNull(outcome);
        Assert.Empty(deviations);
    }
}
