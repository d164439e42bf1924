using EcomOps.Analytics.Funnels;
using NodaTime;

namespace EcomOps.Analytics.Tests.Funnels;

public sealed class FunnelReportTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 5, 1, 12, 0);
    private static readonly FunnelDefinition Checkout = new(["view", "cart", "order"], Duration.FromHours(1), Breakdown: "device");

    [Fact]
    public void Late_and_repeated_events_do_not_change_the_counts()
    {
        FunnelEvent[] events = [E("a", 0, "view"), E("a", 5, "cart"), E("a", 20, "order"), E("b", 0, "view"), E("b", 90, "cart")];
        FunnelReport report = FunnelReport.Compute(events, Checkout), shuffled = FunnelReport.Compute([.. events.Reverse(), events[0]], Checkout);
        Assert.Equal([2, 1, 1], report.Steps.Select(s => s.Persons));
        Assert.Equal(report.Steps, shuffled.Steps);
        Assert.Equal(1, shuffled.Duplicates);
        Assert.Equal(Duration.FromMinutes(20), report.Steps[2].MedianTime);
        Assert.Equal(("view", "cart", 1), report.LargestDrop);
    }

    [Fact]
    public void Nobody_gives_null_rates_and_no_NaN()
    {
        FunnelReport report = FunnelReport.Compute([], Checkout);
        Assert.All(report.Steps, s => Assert.Equal((0, null, null, null), (s.Persons, s.OverallRate, s.StepRate, s.MeanTime)));
        Assert.Null(report.LargestDrop);
    }

    [Fact]
    public void A_breakdown_splits_persons_by_their_first_event()
    {
        FunnelReport report = FunnelReport.Compute([E("a", 0, "view", "phone"), E("a", 1, "cart", "desktop"), E("b", 0, "view", "desktop")], Checkout);
        Assert.Equal(2, report.Groups["phone"].Count(s => s.Persons == 1));
        Assert.Equal(1, report.Groups["desktop"].Count(s => s.Persons == 1));
    }

    [Fact]
    public void Steps_in_any_order_count_when_asked_for()
    {
        FunnelEvent[] events = [E("a", 0, "order"), E("a", 1, "cart"), E("a", 2, "view")];
        Assert.Equal([1, 0, 0], FunnelReport.Compute(events, Checkout).Steps.Select(s => s.Persons));
        Assert.Equal([1, 1, 1], FunnelReport.Compute(events, Checkout with { AnyOrder = true }).Steps.Select(s => s.Persons));
    }

    [Fact]
    public void An_excluded_event_between_two_steps_leaves_the_person_out_and_counts_it()
    {
        FunnelDefinition without = Checkout with { Exclusions = [new FunnelExclusion("refused", 1, 2)] };
        FunnelEvent[] events =
        [
            E("a", 0, "view"), E("a", 5, "cart"), E("a", 7, "refused"), E("a", 9, "order"),
            E("b", 0, "view"), E("b", 1, "refused"), E("b", 5, "cart"), E("b", 9, "order"),
            E("c", 0, "view"), E("c", 5, "cart"), E("c", 9, "refused"),
        ];
        FunnelReport report = FunnelReport.Compute(events, without);
        Assert.Equal([1, 1, 1], report.Steps.Select(s => s.Persons));
        Assert.Equal(2, report.Excluded);
    }

    [Fact]
    public void A_breakdown_can_take_the_value_of_the_last_or_of_a_named_step()
    {
        FunnelEvent[] events = [E("a", 0, "view", "phone"), E("a", 1, "cart", "desktop"), E("b", 0, "view", "phone")];
        Assert.Equal(["desktop", "phone"], FunnelReport.Compute(events, Checkout with { Attribution = FunnelAttribution.Last }).Groups.Keys);
        Assert.Equal(["(none)", "desktop"], FunnelReport.Compute(events, Checkout with { Attribution = FunnelAttribution.Step, AttributionStep = 1 }).Groups.Keys);
    }

    private static FunnelEvent E(string person, int minute, string name, string device = "phone") =>
        new(person, Start + Duration.FromMinutes(minute), name, $"{person}-{minute}-{name}", new Dictionary<string, string> { ["device"] = device });
}
