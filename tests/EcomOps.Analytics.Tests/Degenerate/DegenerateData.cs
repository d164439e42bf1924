using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Experiments;
using EcomOps.Analytics.Funnels;
using EcomOps.Analytics.Growth;
using EcomOps.Analytics.Metrics;
using EcomOps.Analytics.Recommendations;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Degenerate;

/// <summary>Data as real shops have it on their first day and on their worst: nothing, one of everything, all equal, all zero, everything on one day, currencies mixed.</summary>
internal sealed class DegenerateData(int seed)
{
    internal static readonly LocalDate First = new(2026, 1, 1);

    private static readonly int[] Counts = [0, 0, 1, 1, 2, 3, 8, 40];
    private static readonly decimal[] Amounts = [0, 0, 0.01m, 1, 1, 10, 19.99m, 99_999_999m];

    private readonly Random _random = new(seed);

    internal int Next(int below) => _random.Next(below);

    internal bool Sometimes() => _random.Next(3) == 0;

    internal T Pick<T>(params IReadOnlyList<T> options) => options[_random.Next(options.Count)];

    /// <summary>A function of the position: constant, zero, alternating or random.</summary>
    internal Func<int, double> Shape()
    {
        double level = Pick(0d, 0, 1, 5, 0.5, 1e6);
        return _random.Next(4) switch { 0 => _ => 0, 1 => _ => level, 2 => i => i % 2 * level, _ => _ => _random.Next(100) / 10d };
    }

    internal int Count() => Pick(Counts);

    internal List<CustomerOrder> Orders()
    {
        int people = Pick(1, 1, 2, 1000), spread = Pick(1, 1, 7, 300);
        decimal level = Pick(Amounts);
        bool isEqual = Sometimes(), isMixed = _random.Next(6) == 0, hasRefunds = Sometimes();
        return
        [
            .. Enumerable.Range(0, Count()).Select(i => new CustomerOrder(
                _random.Next(12) == 0 ? null : $"c{_random.Next(people)}",
                At(_random.Next(spread)),
                isMixed && _random.Next(3) == 0 ? Money.Usd(5) : Money.Eur(isEqual ? level : Pick(Amounts)),
                hasRefunds && _random.Next(4) == 0)),
        ];
    }

    internal ShopFacts Facts(bool withCoverage)
    {
        int spread = Pick(1, 1, 7, 120), people = Pick(1, 2, 1000);
        decimal level = Pick(Amounts);
        bool isEqual = Sometimes(), isMixed = _random.Next(6) == 0;
        Money Amount() => isMixed && _random.Next(4) == 0 ? Money.Usd(3) : Money.Eur(isEqual ? level : Pick(Amounts));
        List<OrderFact> orders =
        [
            .. Enumerable.Range(0, Count()).Select(i => new OrderFact(
                $"o{i}", _random.Next(5) == 0 ? null : $"c{_random.Next(people)}", At(_random.Next(spread)),
                [.. Enumerable.Range(0, Pick(0, 1, 1, 3)).Select(l => new OrderLineFact($"S{_random.Next(3)}", Pick(0, 1, 1, 7), Amount()) { Discount = Sometimes() ? Amount() : null, UnitCost = Sometimes() ? Amount() : null, Category = Sometimes() ? "K" : null })])
            {
                Channel = Pick(null, "paid_search", "email"),
                Shipping = Sometimes() ? Amount() : null,
                Tax = Sometimes() ? Amount() : null,
                PaymentFee = Sometimes() ? Amount() : null,
                DeliveredOnTime = Pick<bool?>(null, true, false),
                IsTest = _random.Next(8) == 0,
            }),
        ];
        List<RefundFact> refunds = [.. Enumerable.Range(0, Count() / 4).Select(i => new RefundFact($"r{i}", Pick(null, "gone", "o0", "o1"), At(_random.Next(spread)), "S0", Pick(0, 1, 9), Amount()))];
        List<SpendFact> spend = [.. Enumerable.Range(0, Count() / 4).Select(i => new SpendFact(First.PlusDays(_random.Next(spread)), "paid_search", Amount(), Sometimes()))];
        List<SessionFact>? sessions = Sometimes() ? null : [.. Enumerable.Range(0, Count()).Select(i => new SessionFact($"s{i}", At(_random.Next(spread)), (SessionStep)_random.Next(7), Pick(null, "email")))];
        List<PaymentFact>? payments = Sometimes() ? null : [.. Enumerable.Range(0, Count()).Select(i => new PaymentFact(At(_random.Next(spread)), Sometimes()))];
        return ShopFacts.Of(DateTimeZone.Utc, Currency.Eur, orders, refunds, spend, sessions, payments, coverage: withCoverage ? new ReportPeriod(First, First.PlusDays(200)) : null);
    }

    internal List<FunnelEvent> FunnelEvents()
    {
        int people = Pick(1, 2, 60), spread = Pick(1, 2, 5000);
        return
        [
            .. Enumerable.Range(0, Count() * 3).Select(i => new FunnelEvent(
                $"p{_random.Next(people)}", At(0) + Duration.FromSeconds(_random.Next(spread)), Pick("a", "b", "c", "x"), Sometimes() ? "same" : $"e{i}",
                Sometimes() ? null : new Dictionary<string, string> { ["device"] = Pick("mobile", "desktop"), ["only"] = "one" })),
        ];
    }

    internal VariantData Variant(string name)
    {
        Func<int, double> revenue = Shape(), prior = Shape();
        bool hasPrior = Sometimes();
        return new VariantData(name, [.. Enumerable.Range(0, Count()).Select(i => new VisitorOutcome(Pick(0, 0, 1, 2), revenue(i), hasPrior ? prior(i) : null))])
        {
            Guardrails = new Dictionary<string, SampleStatistic> { ["latency"] = Statistic(0) },
        };
    }

    /// <summary>A statistic of one kind; two of the same kind can be compared.</summary>
    internal SampleStatistic Statistic(int kind)
    {
        Func<int, double> a = Shape(), b = Shape();
        int count = Count();
        return kind switch
        {
            0 => MeanStatistic.Of(Enumerable.Range(0, count).Select(a)),
            1 => new ProportionStatistic(count, Pick(0, count, count / 2)),
            2 => RatioStatistic.Of(Enumerable.Range(0, count).Select(i => (a(i), b(i)))),
            3 => CupedMeanStatistic.Of(Enumerable.Range(0, count).Select(i => (a(i), b(i)))),
            _ => new QuantileStatistic(count, 0.5, a(0), a(0), a(0)),
        };
    }

    internal List<TouchPath> Paths() =>
    [
        .. Enumerable.Range(0, Count()).Select(i =>
        {
            List<Touch> touches = [.. Enumerable.Range(0, Pick(0, 1, 1, 4)).Select(t => new Touch(Pick("email", "email", "paid_search", Attribution.Direct), At(0) + Duration.FromHours(Pick(0, 0, t))))];
            return Sometimes() ? new TouchPath(touches) : new TouchPath(touches, $"o{i}", At(9), Money.Eur(Pick(Amounts)));
        }),
    ];

    internal List<ItemPurchase> Purchases()
    {
        int people = Pick(1, 2, 30), items = Pick(1, 2, 12), spread = Pick(1, 1, 90);
        return [.. Enumerable.Range(0, Count() * 2).Select(_ => new ItemPurchase($"c{_random.Next(people)}", $"i{_random.Next(items)}", At(_random.Next(spread))))];
    }

    private static Instant At(int day) => First.PlusDays(day).AtMidnight().InUtc().ToInstant() + Duration.FromHours(10);
}
