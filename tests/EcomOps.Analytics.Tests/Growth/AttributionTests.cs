using EcomOps.Analytics.Growth;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Growth;

public sealed class AttributionTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 5, 1, 12, 0);

    public static TheoryData<AttributionModel, string> Models() => new()
    {
        { new AttributionModel.First(), "search 100.00" },
        { new AttributionModel.Last(), "Direct 100.00" },
        { new AttributionModel.LastNonDirect(), "mail 100.00" },
        { new AttributionModel.Linear(), "Direct 33.33, mail 33.33, search 33.34" },
        { new AttributionModel.Position(), "Direct 40.00, mail 20.00, search 40.00" },

        // Touches 2, 1 and 0 days before the order: weights 1/4, 1/2, 1 of 7/4.
        { new AttributionModel.TimeDecay(Duration.FromDays(1)), "Direct 57.14, mail 28.57, search 14.29" },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Each_model_credits_by_its_rule(AttributionModel model, string expected)
    {
        string actual = string.Join(", ", Attribution.Credit([Path("1", 100m, "search", "mail", "Direct")], model).Select(c => FormattableString.Invariant($"{c.Channel} {c.Value.Amount:0.00}")));
        Assert.Equal(Sum(expected), Sum(actual));
        Assert.Equal(expected.Split(", ").Select(e => e.Split(' ')[0]), actual.Split(", ").Select(e => e.Split(' ')[0]));
        Assert.All(expected.Split(", ").Zip(actual.Split(", ")), pair => Assert.InRange(Amount(pair.First) - Amount(pair.Second), -0.01m, 0.01m));
    }

    [Fact]
    public void Markov_credits_by_removal_effect()
    {
        // Start to a always; a to order 1 of 3, to b 1 of 3, end 1 of 3; b to order always. P = 1/3 + 1/3 = 2/3.
        // Without a: 0, effect 1. Without b: 1/3, effect 1/2. So an order over both splits 2 : 1.
        TouchPath[] paths = [Path("1", 30m, "a"), Path("2", 30m, "a", "b"), new([new Touch("a", Noon)])];
        IReadOnlyList<ChannelCredit> credits = Attribution.Credit(paths, new AttributionModel.Markov());
        Assert.Equal([("1", "a", 30m), ("2", "a", 20m), ("2", "b", 10m)], credits.Select(c => (c.OrderId, c.Channel, c.Value.Amount)));
    }

    [Fact]
    public void Shapley_credits_by_marginal_orders()
    {
        // v(a) = 3, v(b) = 1, v(ab) = 6: a gets (3 + 5)/2 = 4, b (1 + 3)/2 = 2.
        TouchPath[] paths = [.. Enumerable.Range(0, 3).Select(i => Path($"a{i}", 10m, "a")), Path("b", 10m, "b"), Path("x", 60m, "a", "b"), Path("y", 60m, "b", "a")];
        Assert.Equal([("a", 40m), ("b", 20m)], Attribution.Credit(paths, new AttributionModel.Shapley()).Where(c => c.OrderId == "x").Select(c => (c.Channel, c.Value.Amount)));
    }

    [Fact]
    public void An_order_without_a_touch_before_it_goes_to_direct() =>
        Assert.Equal(new ChannelCredit("1", "Direct", Money.Eur(9)), Assert.Single(Attribution.Credit([new([new Touch("late", Noon + Duration.FromDays(1))], "1", Noon, Money.Eur(9))], new AttributionModel.Linear())));

    [Property]
    public bool Credits_of_an_order_sum_to_its_value_under_every_model(ushort cents, byte[] touches)
    {
        string[] channels = [.. (touches ?? []).Take(20).Select(t => "c" + (t % 5))];
        TouchPath[] paths = [Path("1", cents / 100m, channels), Path("2", 7.77m, "c1", "c2"), new([new Touch("c3", Noon)])];
        AttributionModel[] models =
        [
            new AttributionModel.First(), new AttributionModel.Last(), new AttributionModel.LastNonDirect(), new AttributionModel.Linear(), new AttributionModel.Position(0.3m),
            new AttributionModel.TimeDecay(Duration.FromHours(5)), new AttributionModel.Markov(), new AttributionModel.Shapley(),
        ];
        return models.All(m => Attribution.Credit(paths, m).Where(c => c.OrderId == "1").Sum(c => c.Value.Amount) == cents / 100m);
    }

    [Fact]
    public void Incremental_return_scales_the_holdout_to_the_exposed_group()
    {
        // 9,000 exposed spent 50,000; 1,000 held out spent 5,000, so 45,000 would have come anyway.
        Assert.Equal(2.5m, new IncrementalReturn(2_000, 50_000, 9_000, 5_000, 1_000).Iroas);
        Assert.Null(new IncrementalReturn(0, 1, 1, 1, 1).Iroas);
    }

    private static decimal Sum(string credits) => credits.Split(", ").Sum(Amount);

    private static decimal Amount(string credit) => decimal.Parse(credit.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    private static TouchPath Path(string order, decimal value, params string[] channels) =>
        new([.. channels.Select((c, i) => new Touch(c, Noon - Duration.FromDays(channels.Length - 1 - i)))], order, Noon, Money.Eur(value));
}
