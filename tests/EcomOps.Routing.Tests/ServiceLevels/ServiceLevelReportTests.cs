using EcomOps.Routing.ServiceLevels;
using NodaTime;

namespace EcomOps.Routing.Tests.ServiceLevels;

public sealed class ServiceLevelReportTests
{
    private static readonly LocalDate Promised = new(2026, 11, 12);

    [Fact]
    public void Deliveries_on_the_promised_day_are_kept_and_what_is_overdue_is_missed()
    {
        PromisedDelivery Delivery(string id, string region, LocalDate? on) => new(id, "standard", region, id[..1], Promised, on);
        ServiceLevelReport report = ServiceLevelReport.Of(
            [
                Delivery("a1", "nl", Promised), Delivery("a2", "nl", Promised.PlusDays(1)), Delivery("b1", "nl", Promised.PlusDays(-1)), Delivery("b2", "nl", Promised),
                Delivery("b3", "world", null),
            ], Promised, Shop.Levels);
        Assert.Equal(new ServiceLevelCount("", 3, 1, 1), report.Total);
        Assert.Equal([new ServiceLevelCount("standard/nl", 3, 1, 0, 0.95m), new ServiceLevelCount("standard/world", 0, 0, 1, 0.95m)], report.ByTierAndRegion);
        Assert.Equal([new ServiceLevelCount("a", 1, 1, 0), new ServiceLevelCount("b", 2, 0, 1)], report.ByLocation);
        Assert.Equal((0.75m, false), (report.Total.KeptShare, report.ByTierAndRegion[0].IsReached));
        Assert.Null(report.ByTierAndRegion[1].KeptShare);
        Assert.Equal(2, ServiceLevelReport.Of([Delivery("b3", "world", null), Delivery("a2", "nl", Promised.PlusDays(1))], Promised.PlusDays(1)).Total.Missed);
    }

    [Fact]
    public void The_deadline_counts_from_the_next_business_day_after_the_cut_off()
    {
        Assert.Equal(new LocalDate(2026, 11, 13), Shop.Levels.Deadline("standard", "nl", Instant.FromUtc(2026, 11, 10, 14, 0)));
        Assert.Equal(new LocalDate(2026, 11, 16), Shop.Levels.Deadline("standard", "nl", Instant.FromUtc(2026, 11, 10, 14, 1)));
        Assert.Equal(new LocalDate(2026, 11, 19), Shop.Levels.Deadline("standard", "nl", Instant.FromUtc(2026, 11, 14, 8, 0)));
        Assert.Null(Shop.Levels.Deadline("express", "nl", Instant.FromUtc(2026, 11, 10, 14, 0)));
    }
}
