using EcomOps.Core;
using EcomOps.Payments.Declines;
using EcomOps.Payments.Gateways;
using EcomOps.Payments.Health;
using EcomOps.Payments.Orchestration;
using EcomOps.Testing.Payments;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Payments.Tests.Orchestration;

public sealed class PaymentOrchestratorTests
{
    private static readonly PaymentMethodToken Card = new("tok");
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 24, 12, 0));
    private readonly MemoryPaymentStore _store = new();
    private readonly GatewaySimulator _one;
    private readonly GatewaySimulator _two;

    public PaymentOrchestratorTests()
    {
        _one = new GatewaySimulator("one", _clock);
        _two = new GatewaySimulator("two", _clock);
    }

    private PaymentOrchestrator Payments => new([_one, _two], _store, _clock);

    [Fact]
    public async Task A_payment_is_captured_once_however_often_it_is_asked_for()
    {
        PaymentOrder order = new("o1", Money.Eur(49.90m));
        Captured first = Assert.IsType<Captured>(await Payments.PayAsync(order, Card));
        Captured again = Assert.IsType<Captured>(await Payments.PayAsync(order, new PaymentMethodToken("another")));
        Assert.Equal((Money.Eur(49.90m), first.Attempt.Key), (again.Amount, again.Attempt.Key));
        Assert.Single(_one.Payments);
        Assert.Equal("o1:1:authorize:1", first.Attempt.Key);
        Refused other = Assert.IsType<Refused>(await Payments.PayAsync(order with { Amount = Money.Eur(50m) }, Card));
        Assert.Equal("order_changed", other.Issue.Code);
    }

    [Theory]
    [InlineData("do_not_honor", true)]
    [InlineData("processing_error", true)]
    [InlineData("insufficient_funds", false)]
    [InlineData("fraudulent", false)]
    [InlineData("stolen_card", false)]
    [InlineData("incorrect_cvc", false)]
    [InlineData("expired_card", false)]
    [InlineData("never_heard_of", false)]
    public async Task Another_gateway_is_tried_only_after_declines_that_allow_it(string code, bool cascades)
    {
        _one.Options = new GatewaySimulatorOptions { Declines = [new(code, 1)] };
        PaymentOutcome outcome = await Payments.PayAsync(new PaymentOrder("o1", Money.Eur(10m)), Card);
        Assert.Equal(cascades, outcome is Captured);
        Assert.Equal(cascades ? 1 : 0, _two.Payments.Count);
        Assert.Equal(cascades ? 2 : 1, outcome.Payment.Attempts.Count);
    }

    [Fact]
    public async Task A_suspicion_of_fraud_sounds_like_any_other_refusal_and_the_same_credential_is_never_tried_again()
    {
        Declined declined = Assert.IsType<Declined>(await Payments.PayAsync(new PaymentOrder("o1", Money.Eur(10m)), new PaymentMethodToken("decline:stolen_card")));
        Assert.Equal((DeclineClass.Fraud, true), (declined.Advice.Class, declined.Advice.NeverRetry));
        Assert.DoesNotContain("stolen", declined.CustomerMessage, StringComparison.OrdinalIgnoreCase);
        _clock.AdvanceDays(100);
        Assert.Single((await Payments.PayAsync(new PaymentOrder("o1", Money.Eur(10m)), new PaymentMethodToken("decline:stolen_card"))).Payment.Attempts);
        Assert.IsType<Captured>(await Payments.PayAsync(new PaymentOrder("o1", Money.Eur(10m)), Card));
    }

    [Fact]
    public async Task A_soft_decline_may_be_tried_again_after_its_time()
    {
        PaymentMethodToken poor = new("decline:insufficient_funds");
        PaymentOrder order = new("o1", Money.Eur(10m));
        await Payments.PayAsync(order, poor);
        _clock.AdvanceHours(23);
        Assert.Single((await Payments.PayAsync(order, poor)).Payment.Attempts);
        _clock.AdvanceHours(1);
        Assert.Equal(2, Assert.IsType<Declined>(await Payments.PayAsync(order, poor)).Payment.Attempts.Count);
    }

    [Fact]
    public async Task While_the_primary_is_unknown_the_fallback_is_not_charged_and_the_late_answer_counts()
    {
        _one.Options = new GatewaySimulatorOptions { LostAnswers = 1, VisibilityDelay = Duration.FromMinutes(5) };
        PaymentOrder order = new("o1", Money.Eur(10m));
        Assert.IsType<OutcomeUnknown>(await Payments.PayAsync(order, Card));
        Assert.IsType<OutcomeUnknown>(await Payments.PayAsync(order, new PaymentMethodToken("other")));
        Assert.Empty(_two.Payments);
        _clock.AdvanceMinutes(5);
        Assert.Equal(0, await Payments.ReconcileAsync());
        Assert.Equal("one", Assert.IsType<Captured>(await Payments.PayAsync(order, Card)).Attempt.GatewayId);
        Assert.Single(_one.Payments.Concat(_two.Payments));
    }

    [Fact]
    public async Task When_absence_is_proven_the_next_gateway_may_charge()
    {
        _one.Options = new GatewaySimulatorOptions { LostCalls = 1 };
        PaymentOrder order = new("o1", Money.Eur(10m));
        Assert.IsType<OutcomeUnknown>(await Payments.PayAsync(order, Card));
        _clock.AdvanceSeconds(59);
        Assert.IsType<OutcomeUnknown>(await Payments.PayAsync(order, Card));
        Assert.Empty(_two.Payments);
        _clock.AdvanceSeconds(1);
        _one.Options = new GatewaySimulatorOptions { Rejections = 1 };
        Captured captured = Assert.IsType<Captured>(await Payments.PayAsync(order, Card));
        Assert.Equal(["one", "one", "two"], captured.Payment.Attempts.Select(a => a.GatewayId));
        Assert.Equal(["absent", "gateway_unreachable", null], captured.Payment.Attempts.Select(a => a.Code));
    }

    [Fact]
    public async Task A_late_charge_that_was_taken_for_absent_is_paid_back()
    {
        // The gateway breaks its promise: it sees its own payment an hour after the look-up delay.
        _one.Options = new GatewaySimulatorOptions { LostAnswers = 1, VisibilityDelay = Duration.FromHours(2) };
        PaymentOrder order = new("o1", Money.Eur(10m));
        Assert.IsType<OutcomeUnknown>(await Payments.PayAsync(order, Card));
        _one.Options = new GatewaySimulatorOptions { Rejections = 1 };
        _clock.AdvanceMinutes(1);
        Assert.Equal("two", Assert.IsType<Captured>(await Payments.PayAsync(order, Card)).Attempt.GatewayId);
        _one.Options = new GatewaySimulatorOptions();
        _clock.AdvanceHours(2);
        Captured after = Assert.IsType<Captured>(await Payments.ResumeAsync("o1"));
        Assert.Equal(("two", Money.Eur(10m)), (after.Attempt.GatewayId, after.Payment.NetCaptured));
        Assert.Empty(PaymentBooks.Compare(_store.Records, [_one, _two]));
        Assert.Equal(Money.Eur(10m), _one.Payments.Single().Refunded);
    }

    [Fact]
    public async Task An_authentication_that_the_issuer_asks_for_is_an_outcome_and_ends_in_one_charge()
    {
        PaymentOrder order = new("o1", Money.Eur(10m));
        PaymentMethodToken needsAuthentication = new("decline:authentication_required");
        Declined twice = Assert.IsType<Declined>(await Payments.PayAsync(order, needsAuthentication));
        Assert.Equal([false, true], twice.Payment.Attempts.Select(a => a.IsChallenged));
        Assert.All(twice.Payment.Attempts, a => Assert.Equal("one", a.GatewayId));

        ActionRequired action = Assert.IsType<ActionRequired>(await Payments.PayAsync(new PaymentOrder("o2", Money.Eur(10m)), new PaymentMethodToken("challenge")));
        Assert.Equal("https", action.Url.Scheme);
        Assert.IsType<ActionRequired>(await Payments.ResumeAsync("o2"));
        _one.CompleteAction(action.Payment.Attempts[0].Key, succeeds: true);
        Assert.IsType<Captured>(await Payments.ResumeAsync("o2"));
    }

    [Fact]
    public async Task A_customer_who_turns_to_another_method_is_not_charged_for_both()
    {
        PaymentOrder order = new("o1", Money.Eur(10m));
        ActionRequired action = Assert.IsType<ActionRequired>(await Payments.PayAsync(order, new PaymentMethodToken("challenge")));
        Assert.IsType<Captured>(await Payments.PayAsync(order, Card));
        _one.CompleteAction(action.Payment.Attempts[0].Key, succeeds: true);
        await Payments.ResumeAsync("o1");
        Assert.Empty(PaymentBooks.Compare(_store.Records, [_one, _two]));
        Assert.Single(_one.Payments, p => !p.Captured.IsZero);
    }

    [Fact]
    public async Task An_outage_opens_the_circuit_and_the_fallback_takes_over()
    {
        _one.Options = new GatewaySimulatorOptions { Outages = [new OutageWindow(_clock.GetCurrentInstant(), _clock.GetCurrentInstant() + Duration.FromMinutes(10))] };
        PaymentOrchestrator payments = Payments;
        for (int i = 0; i < 8; i++)
        {
            Captured captured = Assert.IsType<Captured>(await payments.PayAsync(new PaymentOrder($"o{i}", Money.Eur(10m)), Card));
            Assert.Equal(i < 5 ? 2 : 1, captured.Payment.Attempts.Count);
        }

        Assert.Equal(CircuitState.Open, payments.Health.Circuit("one", _clock.GetCurrentInstant()));
        _clock.AdvanceMinutes(10);
        Assert.Equal("one", Assert.IsType<Captured>(await payments.PayAsync(new PaymentOrder("after", Money.Eur(10m)), Card)).Attempt.GatewayId);
        PaymentHealth health = PaymentHealth.Of(_store.Records.SelectMany(AttemptFact.Of));
        Assert.Equal((9, 5, 5), (health.Orders, health.RecoveredOrders, health.ByGateway[0].NotExecuted));
    }

    [Fact]
    public async Task Without_any_gateway_nothing_is_charged_and_the_order_may_be_tried_again()
    {
        _one.Options = _two.Options = new GatewaySimulatorOptions { Rejections = 1 };
        Assert.IsType<Unavailable>(await Payments.PayAsync(new PaymentOrder("o1", Money.Eur(10m)), Card));
        _one.Options = new GatewaySimulatorOptions { Currencies = [Currency.Usd] };
        _two.Options = new GatewaySimulatorOptions { Methods = ["card"] };
        Assert.IsType<Unavailable>(await Payments.PayAsync(new PaymentOrder("o1", Money.Eur(10m)), new PaymentMethodToken("t", "ideal")));
        Assert.Equal("two", Assert.IsType<Captured>(await Payments.PayAsync(new PaymentOrder("o1", Money.Eur(10m)), Card)).Attempt.GatewayId);
    }

    [Fact]
    public async Task Captures_and_refunds_never_exceed_their_sums_and_repeat_under_their_key()
    {
        PaymentOrchestrator payments = Payments;
        Assert.IsType<Authorized>(await payments.PayAsync(new PaymentOrder("o1", Money.Eur(100m)) { CaptureNow = false }, Card));
        Assert.Equal(Money.Eur(60m), Assert.IsType<Captured>(await payments.CaptureAsync("o1", "parcel-1", Money.Eur(60m))).Amount);
        Assert.Equal(Money.Eur(60m), Assert.IsType<Captured>(await payments.CaptureAsync("o1", "parcel-1", Money.Eur(60m))).Amount);
        Assert.Equal("key_reused", Assert.IsType<Refused>(await payments.CaptureAsync("o1", "parcel-1", Money.Eur(61m))).Issue.Code);
        Assert.Equal("exceeds_authorized", Assert.IsType<Refused>(await payments.CaptureAsync("o1", "parcel-2", Money.Eur(40.01m))).Issue.Code);
        Assert.Equal("already_captured", Assert.IsType<Refused>(await payments.VoidAsync("o1", "cancel")).Issue.Code);
        Assert.Equal("exceeds_captured", Assert.IsType<Refused>(await payments.RefundAsync("o1", "return-1", Money.Eur(60.01m))).Issue.Code);
        Assert.IsType<Refunded>(await payments.RefundAsync("o1", "return-1", Money.Eur(20m)));
        Assert.Equal(Money.Eur(40m), Assert.IsType<Refunded>(await payments.RefundAsync("o1", "return-2")).Amount);
        Assert.Equal("bad_amount", Assert.IsType<Refused>(await payments.RefundAsync("o1", "return-3")).Issue.Code);
        Assert.Empty(PaymentBooks.Compare(_store.Records, [_one]));
        Assert.Null(await payments.RefundAsync("unknown", "x"));
    }

    [Fact]
    public async Task A_lost_answer_of_a_capture_is_looked_up_and_never_sent_under_a_new_key()
    {
        PaymentOrchestrator payments = Payments;
        await payments.PayAsync(new PaymentOrder("o1", Money.Eur(100m)) { CaptureNow = false }, Card);
        _one.Options = new GatewaySimulatorOptions { LostAnswers = 1, FailingLookups = 1 };
        Assert.IsType<OutcomeUnknown>(await payments.CaptureAsync("o1", "ship", Money.Eur(100m)));
        Assert.Equal("exceeds_authorized", Assert.IsType<Refused>(await payments.CaptureAsync("o1", "ship-again", Money.Eur(100m))).Issue.Code);
        _one.Options = new GatewaySimulatorOptions();
        Assert.IsType<Captured>(await payments.CaptureAsync("o1", "ship", Money.Eur(100m)));
        Assert.Equal(Money.Eur(100m), _one.Payments.Single().Captured);
    }

    [Fact]
    public async Task An_authorisation_is_voided_once()
    {
        PaymentOrchestrator payments = Payments;
        await payments.PayAsync(new PaymentOrder("o1", Money.Eur(100m)) { CaptureNow = false }, Card);
        Assert.IsType<Voided>(await payments.VoidAsync("o1", "cancel"));
        Assert.IsType<Voided>(await payments.VoidAsync("o1", "cancel"));
        Assert.Equal("nothing_authorized", Assert.IsType<Refused>(await payments.CaptureAsync("o1", "ship")).Issue.Code);
        Assert.True(_one.Payments.Single().IsVoided);
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_cut_off_and_counts_as_unknown()
    {
        Microsoft.Extensions.Time.Testing.FakeTimeProvider time = new();
        GatewaySimulator slow = new("slow", _clock, options: new GatewaySimulatorOptions { MinimumLatency = Duration.FromSeconds(60), MaximumLatency = Duration.FromSeconds(60) }, time: time);
        PaymentOrchestrator payments = new([slow], _store, _clock, time: time);
        Task<PaymentOutcome> pending = payments.PayAsync(new PaymentOrder("o1", Money.Eur(10m)), Card).AsTask();
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.IsType<OutcomeUnknown>(await pending);
        Assert.Empty(slow.Payments);
    }

    [Fact]
    public async Task Misuse_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new PaymentOrchestrator([], _store, _clock));
        Assert.Throws<ArgumentException>(() => new PaymentOrchestrator([_one, _one], _store, _clock));
        Assert.Throws<ArgumentException>(() => new PaymentOrchestrator([_one], _store, _clock, new OrchestrationOptions { CallTimeout = 60 }));
        Assert.Throws<ArgumentException>(() => new PaymentOrchestrator([_one], _store, _clock, new OrchestrationOptions { MaximumAttempts = 0 }));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Payments.PayAsync(new PaymentOrder("o1", Money.Eur(0.001m)), Card));
    }

    [Fact]
    public void Look_ups_follow_the_schedule_and_never_end()
    {
        Instant sent = _clock.GetCurrentInstant();
        Assert.Equal(Duration.FromSeconds(15), ReconciliationSchedule.Next(sent, sent) - sent);
        Assert.Equal(Duration.FromMinutes(1), ReconciliationSchedule.Next(sent, sent + Duration.FromSeconds(15)) - sent);
        Assert.Equal(Duration.FromHours(36), ReconciliationSchedule.Next(sent, sent + Duration.FromHours(12)) - sent);
        Assert.Equal(Duration.FromHours(12 + (24 * 400)), ReconciliationSchedule.Next(sent, sent + Duration.FromHours(24 * 400)) - sent);
    }

    [Fact]
    public void Keys_are_stable_and_fit_the_gateway()
    {
        Assert.Equal("o1:2:capture:1", IdempotencyKeys.Of("o1", 2, "capture", 1));
        string longKey = IdempotencyKeys.Of(new string('x', 100), 1, "authorize", 1, 40);
        Assert.Equal(40, longKey.Length);
        Assert.NotEqual(longKey, IdempotencyKeys.Of(new string('x', 100), 2, "authorize", 1, 40));
    }
}
