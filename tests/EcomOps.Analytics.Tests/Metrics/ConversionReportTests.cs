using EcomOps.Analytics.Funnels;
using EcomOps.Analytics.Metrics;
using NodaTime;

namespace EcomOps.Analytics.Tests.Metrics;

public sealed class ConversionReportTests
{
    private static readonly Instant Start = Instant.FromUtc(2020, 1, 1, 0, 0);
    private static readonly ConversionSpec Visits = new("visitor", "visit", "buy", Duration.FromDays(7)) { Counting = ConversionCounting.BaseEvents };

    // Two purchases after three visits: the first belongs to the visit of the day before, the second to that of its own day.
    private static readonly FunnelEvent[] Bob =
    [
        On("bob", 0, "visit", "google"), On("bob", 1, "buy", null), On("bob", 3, "visit", "facebook"), On("bob", 6, "visit", "amazon"), On("bob", 6, "buy", null),
    ];

    [Fact]
    public void The_last_visit_before_a_purchase_has_the_credit()
    {
        ConversionReport report = ConversionReport.Compute(Bob, Visits, "referrer");
        Assert.Equal(new ConversionCounts(3, 2, Duration.FromHours(12)), report.Total);
        Assert.Equal(2m / 3, report.Value);
        Assert.Equal([("amazon", 1L), ("facebook", 0L), ("google", 1L)], report.Groups.Select(g => (g.Key, g.Value.Conversions)));
    }

    [Fact]
    public void The_first_visit_may_have_it_instead()
    {
        // Both purchases reach back to the first visit, 1 and 6 days before; it counts once.
        ConversionReport report = ConversionReport.Compute(Bob, Visits with { Attribution = ConversionAttribution.First }, "referrer");
        Assert.Equal(new ConversionCounts(3, 1, Duration.FromDays(1)), report.Total);
        Assert.Equal(1, report.Groups["google"].Conversions);
        // With 5 days the second purchase no longer reaches the first visit and goes to the next.
        Assert.Equal(2, ConversionReport.Compute(Bob, Visits with { Attribution = ConversionAttribution.First, Window = Duration.FromDays(5) }).Total.Conversions);
    }

    [Fact]
    public void An_entity_counts_once_however_often_it_came_and_bought()
    {
        ConversionReport report = ConversionReport.Compute([.. Bob, On("eve", 2, "visit", "google"), On("joe", 0, "buy", null)], Visits with { Counting = ConversionCounting.Entities }, "referrer");
        Assert.Equal(new ConversionCounts(2, 1, Duration.FromDays(1)), report.Total);
        Assert.Equal([("google", 2L)], report.Groups.Select(g => (g.Key, g.Value.Bases)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void The_window_includes_its_end(long ticksLater, long conversions)
    {
        FunnelEvent[] events = [On("a", 0, "visit", null), new("a", Start + Duration.FromDays(7) + Duration.FromTicks(ticksLater), "buy")];
        Assert.Equal(conversions, ConversionReport.Compute(events, Visits).Total.Conversions);
        Assert.Equal(1, ConversionReport.Compute(events, Visits with { Window = null }).Total.Conversions);
    }

    [Fact]
    public void Constant_properties_must_agree()
    {
        FunnelEvent[] events =
        [
            Sku("a", 0, "view", "K"), Sku("a", 1, "view", "L"), Sku("a", 2, "buy", "K"),
            Sku("b", 0, "view", "K"), Sku("b", 1, "buy", "L"),
            new("c", Start, "view"), new("c", Start, "buy"),
        ];
        ConversionSpec spec = new("visitor", "view", "buy") { ConstantProperties = ["sku"] };
        ConversionReport report = ConversionReport.Compute(events, spec);
        Assert.Equal(new ConversionCounts(3, 1, Duration.FromDays(2)), report.Total);
        Assert.Equal(3, ConversionReport.Compute(events, spec with { ConstantProperties = [] }).Total.Conversions);
        Assert.Equal((4L, 1L), ConversionReport.Compute(events, spec with { Counting = ConversionCounting.BaseEvents }).Total is var t ? (t.Bases, t.Conversions) : default);
    }

    [Fact]
    public void A_second_order_converts_the_first_and_no_order_converts_itself()
    {
        ConversionSpec again = new("customer", "order", "order", Duration.FromDays(30));
        FunnelEvent[] events = [On("a", 0, "order", null), On("a", 30, "order", null), On("b", 0, "order", null), On("c", 0, "order", null), On("c", 31, "order", null)];
        Assert.Equal(new ConversionCounts(3, 1, Duration.FromDays(30)), ConversionReport.Compute(events, again).Total);
    }

    [Fact]
    public void Only_bases_of_the_period_count_and_their_conversion_may_come_later()
    {
        NodaTime.Interval firstThreeDays = new(Start, Start + Duration.FromDays(3));
        Assert.Equal(new ConversionCounts(1, 1, Duration.FromDays(1)), ConversionReport.Compute(Bob, Visits, bases: firstThreeDays).Total);
        Assert.Equal(new ConversionCounts(1, 1, Duration.FromDays(6)), ConversionReport.Compute(Bob.Where((_, i) => i != 1), Visits, bases: firstThreeDays).Total);
    }

    [Fact]
    public void Nothing_below_the_line_is_no_rate_rather_than_zero()
    {
        ConversionReport report = ConversionReport.Compute([On("a", 0, "buy", null)], Visits with { IsComplement = true }, "referrer");
        Assert.Null(report.Value);
        Assert.Equal(new ConversionCounts(0, 0, null), report.Total);
        Assert.Empty(report.Groups);
    }

    [Fact]
    public void A_repeated_event_id_counts_once_and_is_told()
    {
        FunnelEvent visit = On("a", 0, "visit", null) with { EventId = "e1" };
        ConversionReport report = ConversionReport.Compute([visit, visit], Visits);
        Assert.Equal((1L, 1), (report.Total.Bases, report.Duplicates));
    }

    [Fact]
    public void Entities_equal_those_of_the_two_step_funnel_and_groups_add_up()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            FunnelEvent[] events = [.. Enumerable.Range(0, 60).Select(i => On($"p{random.Next(12)}", random.Next(20), random.Next(3) switch { 0 => "buy", 1 => "visit", _ => "other" }, random.Next(4) == 0 ? null : $"r{random.Next(3)}"))];
            var window = Duration.FromDays(random.Next(6));
            FunnelReport funnel = FunnelReport.Compute(events, new FunnelDefinition(["visit", "buy"], window));
            foreach (ConversionAttribution attribution in Enum.GetValues<ConversionAttribution>())
            {
                ConversionSpec spec = Visits with { Counting = ConversionCounting.Entities, Window = window, Attribution = attribution };
                ConversionReport report = ConversionReport.Compute(events, spec, "referrer");
                // The funnel takes events of one time in their sequence; here the base may stand behind, so only it can have fewer.
                Assert.Equal(funnel.Steps[0].Persons, report.Total.Bases);
                Assert.Equal(SimpleCount(events, window), report.Total.Conversions);
                Assert.InRange(funnel.Steps[1].Persons, 0, report.Total.Conversions);
                Assert.Equal((report.Total.Bases, report.Total.Conversions), (report.Groups.Values.Sum(g => g.Bases), report.Groups.Values.Sum(g => g.Conversions)));
                ConversionReport byBase = ConversionReport.Compute(events, spec with { Counting = ConversionCounting.BaseEvents }, "referrer");
                Assert.Equal(events.Count(e => e.Name == "visit"), byBase.Total.Bases);
                Assert.Equal((byBase.Total.Bases, byBase.Total.Conversions), (byBase.Groups.Values.Sum(g => g.Bases), byBase.Groups.Values.Sum(g => g.Conversions)));
            }
        }
    }

    private static long SimpleCount(FunnelEvent[] events, Duration window) =>
        events.Where(b => b.Name == "visit" && events.Any(c => c.Name == "buy" && c.PersonId == b.PersonId && c.At >= b.At && c.At - b.At <= window)).Select(b => b.PersonId).Distinct().Count();

    private static FunnelEvent On(string who, int day, string name, string? referrer) =>
        new(who, Start + Duration.FromDays(day), name, null, referrer is null ? null : new Dictionary<string, string> { ["referrer"] = referrer });

    private static FunnelEvent Sku(string who, int day, string name, string sku) => new(who, Start + Duration.FromDays(day), name, null, new Dictionary<string, string> { ["sku"] = sku });
}
