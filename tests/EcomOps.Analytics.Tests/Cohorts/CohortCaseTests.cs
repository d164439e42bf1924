using System.Globalization;
using EcomOps.Analytics.Cohorts;
using EcomOps.Analytics.Customers;
using EcomOps.Core;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Analytics.Tests.Cohorts;

/// <summary>Small count matrices worked out by hand: periods, zones, week starts, rolling retention, value and the right edge.</summary>
public sealed class CohortCaseTests
{
    // Orders as customer@instant; a cohort as its first day and customers a period, a trailing ~ marks a partial period.
    [Theory]
    [InlineData("one customer, one order", "A@2024-01-10T12", "UTC month", "2024-01-31", "2024-01-01: 1")]
    [InlineData("the month of the data's end is partial", "A@2024-01-10T12", "UTC month", "2024-01-30", "2024-01-01: 1~")]
    [InlineData("a month without order is zero", "A@2024-01-10T12 A@2024-03-02T12", "UTC month", "2024-03-31", "2024-01-01: 1 0 1")]
    [InlineData("months after the last order are zero until the data end", "A@2024-01-10T12", "UTC month", "2024-04-30", "2024-01-01: 1 0 0 0")]
    [InlineData("several orders in a month are one customer", "A@2024-01-10T12 A@2024-01-11T12 A@2024-02-01T12 A@2024-02-02T12", "UTC month", "2024-02-29", "2024-01-01: 1 1")]
    [InlineData("two cohorts", "A@2024-01-10T12 A@2024-02-10T12 B@2024-02-05T12 C@2024-02-28T12", "UTC month", "2024-02-29", "2024-01-01: 1 1; 2024-02-01: 2")]
    [InlineData("a month without new customers has no cohort", "A@2024-01-10T12 A@2024-02-10T12 B@2024-03-05T12", "UTC month", "2024-03-31", "2024-01-01: 1 1 0; 2024-03-01: 1")]
    [InlineData("the year's end is no boundary but a month", "A@2023-12-31T12 A@2024-01-01T12", "UTC month", "2024-01-31", "2023-12-01: 1 1")]
    [InlineData("UTC evening is the next month in Berlin", "A@2024-01-31T23:30 A@2024-02-15T12", "Europe/Berlin month", "2024-02-29", "2024-02-01: 1")]
    [InlineData("the same orders in UTC", "A@2024-01-31T23:30 A@2024-02-15T12", "UTC month", "2024-02-29", "2024-01-01: 1 1")]
    [InlineData("UTC morning is the month before in Los Angeles", "A@2024-03-01T07:59 A@2024-03-01T08:00", "America/Los_Angeles month", "2024-03-31", "2024-02-01: 1 1")]
    [InlineData("the day of the change to summer time has 23 hours", "A@2024-03-30T23:00 A@2024-03-31T21:59 A@2024-03-31T22:00", "Europe/Berlin day", "2024-04-01", "2024-03-31: 1 1")]
    [InlineData("Monday weeks", "A@2024-01-07T12 A@2024-01-08T12", "UTC week Monday", "2024-01-14", "2024-01-01: 1 1")]
    [InlineData("Sunday weeks keep Sunday and Monday together", "A@2024-01-07T12 A@2024-01-08T12", "UTC week Sunday", "2024-01-13", "2024-01-07: 1")]
    [InlineData("Sunday weeks part Saturday and Sunday", "A@2024-01-06T12 A@2024-01-07T12", "UTC week Sunday", "2024-01-13", "2023-12-31: 1 1")]
    [InlineData("Saturday weeks", "A@2024-01-05T12 A@2024-01-06T12 B@2024-01-06T12", "UTC week Saturday", "2024-01-12", "2023-12-30: 1 1; 2024-01-06: 1")]
    [InlineData("a week goes over the year's end", "A@2024-12-31T12 A@2025-01-01T12 A@2025-01-06T12", "UTC week Monday", "2025-01-12", "2024-12-30: 1 1")]
    [InlineData("a week not over is partial", "A@2024-01-01T12 A@2024-01-08T12", "UTC week Monday", "2024-01-10", "2024-01-01: 1 1~")]
    [InlineData("days over the leap day", "A@2024-02-28T12 A@2024-02-29T12 B@2024-02-29T12 A@2024-03-01T12", "UTC day", "2024-03-01", "2024-02-28: 1 1 1; 2024-02-29: 1 0")]
    [InlineData("quarters", "A@2024-03-31T12 A@2024-04-01T12 B@2024-05-01T12 B@2024-12-31T12", "UTC quarter", "2024-12-31", "2024-01-01: 1 1 0 0; 2024-04-01: 1 0 1")]
    [InlineData("classic: gaps are gaps", "A@2024-01-10T12 A@2024-04-10T12 B@2024-01-11T12 B@2024-02-11T12", "UTC month", "2024-04-30", "2024-01-01: 2 1 0 1")]
    [InlineData("rolling: active later counts", "A@2024-01-10T12 A@2024-04-10T12 B@2024-01-11T12 B@2024-02-11T12", "UTC month rolling", "2024-04-30", "2024-01-01: 2 2 1 1")]
    [InlineData("rolling: nobody comes back", "A@2024-01-10T12 B@2024-01-11T12", "UTC month rolling", "2024-03-31", "2024-01-01: 2 0 0")]
    [InlineData("rolling weeks of a Sunday start", "A@2024-01-06T12 A@2024-01-20T12 A@2024-01-21T12", "UTC week Sunday rolling", "2024-01-27", "2023-12-31: 1 1 1 1")]
    [InlineData("orders after the data end do not count", "A@2024-01-10T12 A@2024-02-10T12 B@2024-02-20T12", "UTC month", "2024-02-15", "2024-01-01: 1 1~")]
    public void Count_matrix(string why, string orders, string settings, string until, string expected)
    {
        Assert.Equal(expected, Describe(Table(orders, settings, until)));
        Assert.NotEmpty(why);
    }

    [Fact]
    public void Value_retention_may_exceed_one_and_value_accumulates_by_acquired_customer()
    {
        var builder = new CustomerOrdersBuilder(DateTimeZone.Utc, Currency.Eur);
        builder.Add("A", new LocalDate(2024, 1, 5), Money.Eur(40));
        builder.Add("B", new LocalDate(2024, 1, 6), Money.Eur(60));
        builder.Add("A", new LocalDate(2024, 2, 5), Money.Eur(150));
        builder.Add("A", new LocalDate(2024, 3, 5), Money.Eur(30), isRefund: true);
        builder.Add("B", new LocalDate(2024, 3, 6), Money.Eur(10));
        Cohort cohort = Assert.Single(CohortTable.Compute(builder.Build(), new CohortOptions { DataUntil = new LocalDate(2024, 3, 31) }).Cohorts);
        Assert.Equal([Money.Eur(100), Money.Eur(150), Money.Eur(-20)], cohort.Cells.Select(c => c.Value));
        Assert.Equal([1, 1.5, -0.2], cohort.Cells.Select(c => c.ValueRetention));
        Assert.Equal([Money.Eur(50), Money.Eur(125), Money.Eur(115)], cohort.Cells.Select(c => c.CumulativeValuePerCustomer));
    }

    [Fact]
    public void The_average_leaves_partial_periods_out_and_is_null_after_the_data_end()
    {
        CohortTable table = Table("A@2024-01-10T12 A@2024-02-10T12 B@2024-01-11T12 C@2024-02-10T12 C@2024-03-01T12", "UTC month", "2024-03-15");
        Assert.Equal(0.5, table.Average(1));
        Assert.Null(table.Average(2));
        Assert.Null(table.Average(3));
    }

    [Fact]
    public void A_shop_without_orders_has_no_cohorts() =>
        Assert.Empty(CohortTable.Compute(new CustomerOrdersBuilder(DateTimeZone.Utc, Currency.Eur).Build()).Cohorts);

    private static CohortTable Table(string orders, string settings, string until)
    {
        string[] set = settings.Split(' ');
        var builder = new CustomerOrdersBuilder(DateTimeZoneProviders.Tzdb[set[0]], Currency.Eur);
        foreach (string[] order in orders.Split(' ').Select(o => o.Split('@')))
        {
            string at = order[1].Contains(':', StringComparison.Ordinal) ? order[1] : order[1] + ":00";
            builder.Add(new CustomerOrder(order[0], InstantPattern.ExtendedIso.Parse(at + ":00Z").Value, Money.Eur(10)));
        }

        return CohortTable.Compute(builder.Build(), new CohortOptions
        {
            Period = Enum.Parse<CalendarPeriod>(set[1], ignoreCase: true),
            WeekStart = set.Length > 2 && Enum.TryParse(set[2], out IsoDayOfWeek day) ? day : IsoDayOfWeek.Monday,
            Rolling = set[^1] == "rolling",
            DataUntil = LocalDatePattern.Iso.Parse(until).Value,
        });
    }

    private static string Describe(CohortTable table) => string.Join("; ", table.Cohorts.Select(c =>
        $"{LocalDatePattern.Iso.Format(c.Start)}: {string.Join(' ', c.Cells.Select(cell => cell.Customers.ToString(CultureInfo.InvariantCulture) + (cell.IsPartial ? "~" : string.Empty)))}"));
}
