using EcomOps.Core;
using EcomOps.Payments.Declines;
using EcomOps.Payments.Health;
using NodaTime;

namespace EcomOps.Payments.Tests.Health;

public sealed class PaymentHealthTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 24, 12, 0);

    [Fact]
    public void Approvals_declines_recoveries_and_disputes_are_counted()
    {
        PaymentHealth health = PaymentHealth.Of(
        [
            Try("o1", 1, "a", AttemptResult.Approved) with { Disputed = false },
            Try("o2", 1, "a", AttemptResult.Declined, "do_not_honor"),
            Try("o2", 2, "b", AttemptResult.Approved) with { Disputed = true },
            Try("o3", 1, "a", AttemptResult.Declined, "insufficient_funds"),
            Try("o3", 2, "a", AttemptResult.Approved),
            Try("o4", 1, "a", AttemptResult.Declined, "do_not_honor"),
            Try("o4", 2, "b", AttemptResult.Failed),
            Try("o5", 1, "a", AttemptResult.Open),
        ]);
        Assert.Equal((5, 3L, 5L), (health.Orders, health.PaidOrders.Successes, health.PaidOrders.Trials));
        Assert.Equal([("a", 6, 2L, 5L, 0), ("b", 2, 1L, 1L, 1)], health.ByGateway.Select(r => (r.Group, r.Attempts, r.Rate.Successes, r.Rate.Trials, r.NotExecuted)));
        Assert.Equal([("do_not_honor", DeclineClass.Soft, 2), ("insufficient_funds", DeclineClass.Soft, 1)], health.Declines.Select(d => (d.Code, d.Class, d.Count)));
        Assert.Equal((1, Money.Eur(20m)), (health.RecoveredOrders, Assert.Single(health.RecoveredAmounts)));
        Assert.Equal((1L, 2L), (health.Disputes.Successes, health.Disputes.Trials));
        Assert.Equal("unknown", Assert.Single(health.ByCountry).Group);
    }

    [Fact]
    public void Nothing_tried_gives_no_share() => Assert.Equal((0, null), (PaymentHealth.Of([]).Orders, PaymentHealth.Of([]).Total.Rate.Share));

    // Reference values: Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_is_Wilsons(long successes, long trials, double low, double high)
    {
        WilsonInterval interval = WilsonInterval.Of(successes, trials);
        Assert.Equal((low, high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
        Assert.Equal((0d, 1d), (WilsonInterval.Of(0, 0).Low, WilsonInterval.Of(0, 0).High));
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(2, 1));
    }

    [Fact]
    public void A_circuit_opens_after_failures_in_a_row_and_closes_after_one_good_probe()
    {
        GatewayHealth health = new(failuresToOpen: 3, Duration.FromSeconds(30));
        foreach (bool healthy in (bool[])[false, false, true, false, false])
        {
            health.Report("a", healthy, At);
        }

        Assert.Equal((CircuitState.Closed, 0.2), (health.Circuit("a", At), health.SuccessRate("a")));
        health.Report("a", false, At);
        Assert.Equal(CircuitState.Open, health.Circuit("a", At));
        Assert.False(health.TryEnter("a", At.Plus(Duration.FromSeconds(29))));
        Instant later = At.Plus(Duration.FromSeconds(30));
        Assert.True(health.TryEnter("a", later));
        Assert.False(health.TryEnter("a", later));
        health.Report("a", false, later);
        Assert.Equal(CircuitState.Open, health.Circuit("a", later));
        Instant last = later.Plus(Duration.FromSeconds(30));
        Assert.True(health.TryEnter("a", last));
        health.Report("a", true, last);
        Assert.Equal(CircuitState.Closed, health.Circuit("a", last));
        Assert.True(health.TryEnter("b", last));
    }

    private static AttemptFact Try(string order, int number, string gateway, AttemptResult result, string? code = null) =>
        new(order, number, At, gateway, "card", null, Money.Eur(20m), result, code);
}
