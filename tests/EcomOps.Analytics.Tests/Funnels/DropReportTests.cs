using EcomOps.Analytics.Funnels;
using NodaTime;

namespace EcomOps.Analytics.Tests.Funnels;

public sealed class DropReportTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 5, 1, 12, 0);
    private static readonly FunnelDefinition Checkout = new(["checkout", "payment"], Duration.FromHours(1));

    [Fact]
    public void The_property_that_sets_droppers_apart_is_named_with_its_interval()
    {
        // Phone: 50 of 200 go on; desktop: 120 of 200. Difference -.35; Newcombe from Wilson's limits .195081 (phone, low) and .665394 (desktop, high).
        DropReport report = DropReport.Compute(Visits(("phone", "mail", 100, 25), ("phone", "search", 100, 25), ("desktop", "mail", 100, 60), ("desktop", "search", 100, 60)), Checkout, 0);
        Assert.Equal((400, 170), (report.Persons, report.WentOn));
        DropFactor top = report.Factors[0];
        Assert.Equal("device", top.Property);
        Assert.Equal(0.35, Math.Abs(top.Difference), 12);
        DropFactor phone = report.Factors.Single(f => f.Value == "phone");
        double low = -0.35 - Math.Sqrt(Math.Pow(0.25 - 0.195081, 2) + Math.Pow(0.665394 - 0.6, 2));
        Assert.InRange(phone.Interval.Low - low, -1e-5, 1e-5);
        Assert.Contains("60.0 % of 200 go on, against 25.0 % of the others", report.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Significant, f => f.Property == "channel");
    }

    [Fact]
    public void Adjustment_counts_every_comparison()
    {
        DropReport report = DropReport.Compute(Visits(("phone", "mail", 100, 40), ("phone", "search", 100, 50), ("desktop", "mail", 100, 55), ("desktop", "search", 100, 50)), Checkout, 0);
        Assert.Equal(4, report.Factors.Count);
        Assert.All(report.Factors, f => Assert.True(f.AdjustedPValue >= f.PValue));
        Assert.Equal(Math.Min(1, 4 * report.Factors.Min(f => f.PValue)), report.Factors[0].AdjustedPValue, 12);
    }

    [Fact]
    public void Small_groups_are_not_compared_and_nobody_gives_no_NaN()
    {
        Assert.Empty(DropReport.Compute(Visits(("phone", "mail", 10, 5), ("desktop", "mail", 10, 1)), Checkout, 0).Factors);
        Assert.StartsWith("0 of 0 (0.0 %)", DropReport.Compute([], Checkout, 0).Words, StringComparison.Ordinal);
    }

    private static IEnumerable<FunnelEvent> Visits(params (string Device, string Channel, int Persons, int WentOn)[] groups)
    {
        int number = 0;
        foreach ((string device, string channel, int persons, int wentOn) in groups)
        {
            Dictionary<string, string> properties = new() { ["device"] = device, ["channel"] = channel };
            for (int i = 0; i < persons; i++)
            {
                string person = $"p{number++}";
                yield return new FunnelEvent(person, Start, "checkout", Properties: properties);
                if (i < wentOn)
                {
                    yield return new FunnelEvent(person, Start + Duration.FromMinutes(1), "payment", Properties: properties);
                }
            }
        }
    }
}
