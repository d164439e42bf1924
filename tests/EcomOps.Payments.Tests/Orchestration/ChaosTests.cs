using System.Collections.Concurrent;
using EcomOps.Core;
using EcomOps.Payments.Gateways;
using EcomOps.Payments.Orchestration;
using EcomOps.Testing.Payments;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Payments.Tests.Orchestration;

/// <summary>Whatever the faults: no order is charged twice, and after reconciliation shop and gateways agree to the cent.</summary>
public sealed class ChaosTests
{
    [Property(MaxTest = 60)]
    public async Task The_books_agree_after_any_faults(DoNotSize<int> seed)
    {
        System.Random random = new(seed.Item);
        FakeClock clock = new(Instant.FromUtc(2026, 11, 24, 12, 0));
        GatewaySimulator[] gateways = [Gateway("one", clock, random), Gateway("two", clock, random)];
        CrashingStore store = new(seed.Item, random.NextDouble() * 0.1);
        PaymentOrchestrator payments = new(gateways, store, clock, new OrchestrationOptions { MaximumCascades = 1, MaximumAttempts = 8 });
        ConcurrentDictionary<string, Money> captured = new();
        for (int i = 0; i < 40; i++)
        {
            PaymentOrder order = new($"o{i}", Money.Eur(random.Next(1, 10_000) / 100m)) { CaptureNow = random.Next(3) > 0, Challenge = random.Next(10) == 0 };
            int impatient = random.Next(1, 4);
            for (int round = 0; round < impatient; round++)
            {
                PaymentMethodToken method = new(random.Next(4) == 0 ? "other" : "tok", "card");
                await Task.WhenAll(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Task.Run(() => CrashableAsync(async () => await payments.PayAsync(order, method)))));
                clock.Advance(Duration.FromSeconds(random.Next(0, 400)));
                Authenticate(gateways, store, random);
                if (random.Next(3) == 0)
                {
                    await CrashableAsync(async () => (await payments.CaptureAsync(order.Id, $"ship{random.Next(2)}", random.Next(2) == 0 ? null : Money.Eur(order.Amount.Amount) * 1m))!);
                    await CrashableAsync(async () => (await payments.RefundAsync(order.Id, $"return{random.Next(2)}"))!);
                }
            }
        }

        foreach (GatewaySimulator gateway in gateways)
        {
            gateway.Options = new GatewaySimulatorOptions { VisibilityDelay = gateway.Options.VisibilityDelay };
        }

        store.CrashRate = 0;
        clock.Advance(Duration.FromDays(1));
        await payments.ReconcileAsync();
        Authenticate(gateways, store, random);
        await payments.ReconcileAsync();

        Assert.Empty(PaymentBooks.Compare(store.Records, gateways));
        Assert.DoesNotContain(store.Records, r => r.Attempts.Any(a => a.State is AttemptState.Sending or AttemptState.Unknown) || r.Operations.Any(o => o.IsOpen));
        Money sum = Money.Zero(Currency.Eur), truth = Money.Zero(Currency.Eur);
        foreach (PaymentRecord record in store.Records)
        {
            // Asking again charges nothing and says what is true.
            int before = gateways.Sum(g => g.Payments.Count);
            PaymentOutcome standing = (await payments.ResumeAsync(record.Order.Id))!;
            Assert.Equal(before, gateways.Sum(g => g.Payments.Count));
            sum += standing is Captured paid ? paid.Amount - standing.Payment.Refunded : Money.Zero(Currency.Eur);
            Assert.True(record.Captured <= record.Order.Amount && record.Refunded <= record.Captured);
        }

        foreach (SimulatedPayment payment in gateways.SelectMany(g => g.Payments))
        {
            truth += payment.Captured - payment.Refunded;
        }

        Assert.Equal(truth, sum);
    }

    [Fact]
    public async Task Sixty_four_confirmations_of_one_order_charge_once()
    {
        FakeClock clock = new(Instant.FromUtc(2026, 11, 24, 12, 0));
        GatewaySimulator gateway = new("one", clock);
        MemoryPaymentStore store = new();
        PaymentOrchestrator payments = new([gateway], store, clock);
        PaymentOrder order = new("o1", Money.Eur(10m));
        PaymentOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () => await payments.PayAsync(order, new PaymentMethodToken("tok")))));
        Assert.Single(gateway.Payments);
        Assert.All(outcomes, o => Assert.True(o is Captured or OutcomeUnknown));
        Assert.Contains(outcomes, o => o is Captured);
        Assert.Single(store.Records.Single().Attempts);
    }

    private static GatewaySimulator Gateway(string id, IClock clock, System.Random random) => new(id, clock, random.Next(), new GatewaySimulatorOptions
    {
        Declines =
        [
            new("do_not_honor", random.NextDouble() * 0.2), new("insufficient_funds", random.NextDouble() * 0.2), new("authentication_required", random.NextDouble() * 0.1),
            new("fraudulent", random.NextDouble() * 0.1), new("processing_error", random.NextDouble() * 0.1),
        ],
        ActionRequired = random.NextDouble() * 0.2,
        LostAnswers = random.NextDouble() * 0.4,
        LostCalls = random.NextDouble() * 0.2,
        Rejections = random.NextDouble() * 0.2,
        FailingLookups = random.NextDouble() * 0.5,
        VisibilityDelay = Duration.FromSeconds(random.Next(0, 600)),
    });

    // Customers who come back from their bank, or do not.
    private static void Authenticate(GatewaySimulator[] gateways, CrashingStore store, System.Random random)
    {
        foreach (PaymentAttempt attempt in store.Records.SelectMany(r => r.Attempts).Where(a => a.State == AttemptState.RequiresAction).ToList())
        {
            if (random.Next(3) > 0)
            {
                try
                {
                    gateways.First(g => g.Id == attempt.GatewayId).CompleteAction(attempt.Key, random.Next(4) > 0);
                }
                catch (InvalidOperationException)
                {
                    // Completed before, and the shop has not looked yet.
                }
            }
        }
    }

    private static async Task CrashableAsync(Func<Task<PaymentOutcome>> act)
    {
        try
        {
            await act();
        }
        catch (CrashException)
        {
            // The process died here; another one goes on with what the store holds.
        }
    }
}
