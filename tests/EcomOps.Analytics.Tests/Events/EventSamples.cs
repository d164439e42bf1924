using EcomOps.Analytics.Events;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Events;

internal static class EventSamples
{
    internal static readonly Instant Noon = Instant.FromUtc(2026, 11, 26, 12, 0);

    internal static readonly EventVisit Visit = new("1234567890.1234567890", "1700000000", "customer-17")
    {
        Consent = EventConsent.Granted,
        Customer = new EventCustomer("paid_search", 3),
    };

    private static readonly string[] Texts =
    [
        "Kettle", "", "   ", "a@b.example", "4111 1111 1111 1111", "call +49 30 1234567", "</script>", "\"quoted\"", "Tee 🍵 Kanne", "日本語の名前", "null", "anonymous", "0",
        new string('x', 101), new string('é', 120), string.Concat(Enumerable.Repeat("😀", 70)), new string('y', 1200), "a\nb", "\ud800 half",
    ];

    internal static EventItem Item(int i = 0, decimal price = 19.99m, long quantity = 1) => new($"SKU-{i}", Money.Eur(price), quantity)
    {
        Name = $"Kettle {i}",
        Brand = "Brewer",
        Categories = ["Kitchen", "Kettles"],
        Variant = "red",
        Index = i,
        Margin = Money.Eur(7.13579m),
    };

    internal static ShopEvent Purchase(int items = 2, string order = "A-1001", EventVisit? visit = null, Instant? at = null) =>
        ShopEvent.OrderCompleted(visit ?? Visit, at ?? Noon, new EventOrder(order) { Tax = Money.Eur(3.2m), Shipping = Money.Eur(4.9m), Coupon = "WELCOME" }, [.. Enumerable.Range(0, items).Select(i => Item(i))]);

    /// <summary>Any sound event, its texts as odd as they come.</summary>
    internal static ShopEvent Any(int seed)
    {
        Random random = new(seed);
        ShopEventKind kind = (ShopEventKind)random.Next(Enum.GetValues<ShopEventKind>().Length);
        int items = random.Next(12) switch { 0 => random.Next(150, 300), < 4 => 0, _ => random.Next(1, 6) };
        EventVisit visit = new(Id(), Id(), random.Next(2) == 0 ? Id() : null)
        {
            Source = (EventSource)random.Next(3),
            Consent = new EventConsent((ConsentState)random.Next(3), (ConsentState)random.Next(3)),
            Customer = random.Next(2) == 0 ? new EventCustomer(Text(), random.Next(40)) : null,
            Context = new EventContext
            {
                PageUrl = Text(),
                PageTitle = Text(),
                Referrer = Text(),
                Locale = "de-DE",
                Device = "mobile",
                TimeZone = "Europe/Berlin",
                IsBot = random.Next(9) == 0,
                IsInternal = random.Next(9) == 0,
                Campaign = random.Next(2) == 0 ? new EventCampaign(Text(), Text(), Text()) : null,
            },
        };
        ShopEvent e = ShopEvent.Of(kind, visit, Noon + Duration.FromMilliseconds(random.Next(-100_000_000, 100_000_000)), [.. Enumerable.Range(0, items).Select(Line)], seed.ToString());
        return e with
        {
            EventId = random.Next(4) == 0 ? $"own:{seed}:{new string('i', random.Next(40))}" : e.EventId,
            CustomName = kind == ShopEventKind.Custom ? (random.Next(4) == 0 ? "session_start" : "gift_wrapped") : null,
            Order = new EventOrder(random.Next(10) == 0 ? "4111111111111111" : $"O-{seed}") { Tax = random.Next(2) == 0 ? Money.Eur(1.5m) : null, Coupon = Text(), PaymentType = Text(), Affiliation = Text() },
            Checkout = new EventCheckout(random.Next(1, 5), Text(), Text()),
            List = new EventList(Text() ?? "list", Text()),
            Promotion = new EventPromotion(Text() ?? "promo", Text(), Text(), Text()),
            Coupon = new EventCoupon(Text() ?? "C1", Text()),
            SearchTerm = Text(),
            Properties = Enumerable.Range(0, random.Next(30)).Select(i => i switch { 0 => "currency", 1 => "session_id", 2 => "firebase_x", 3 => "value", 4 => "gclid", 5 => "products", _ => $"own_{i}" })
                .ToDictionary(n => n, _ => random.Next(3) switch { 0 => EventValue.Of(random.Next(1000) / 8m), 1 => EventValue.Of(random.Next(2) == 0), _ => EventValue.Of(Text() ?? "x") }),
        };

        string? Text() => random.Next(3) == 0 ? null : Texts[random.Next(Texts.Length)];
        string Id() => random.Next(12) == 0 ? Texts[random.Next(3, 13)] : $"id-{random.Next(1_000_000)}.{random.Next(10, 1_000_000)}";
        EventItem Line(int i) => new($"SKU-{i}", Money.Eur(random.Next(10_000) / 100m), random.Next(1, 5))
        {
            Name = Text(),
            Brand = Text(),
            Variant = Text(),
            Categories = [.. Enumerable.Range(0, random.Next(6)).Select(_ => Text() ?? "c")],
            Coupon = Text(),
            Margin = random.Next(4) == 0 ? null : Money.Eur(7.13579m),
            Discount = random.Next(3) == 0 ? Money.Eur(1) : null,
            List = random.Next(3) == 0 ? new EventList(Text() ?? "l", Text()) : null,
            Promotion = random.Next(4) == 0 ? new EventPromotion(Text() ?? "p", Text()) : null,
        };
    }
}
