using System.Globalization;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Core;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Conformance.Tests.Analytics;

/// <summary>The customer data sets of the lifetime-value cases.</summary>
internal static class LtvData
{
    private static readonly LocalDate CalibrationEnd = new(1997, 9, 30);

    public static bool Exists(string path) => File.Exists(Path.Combine(ConformanceFolders.Data, path));

    public static CustomerOrders Transactions()
    {
        var builder = new CustomerOrdersBuilder(DateTimeZone.Utc, Currency.Usd);
        foreach (string[] row in Rows("cdnow/transactions.csv"))
        {
            builder.Add(row[0], LocalDatePattern.Iso.Parse(row[1]).Value, Money.Usd(decimal.Parse(row[3], CultureInfo.InvariantCulture)));
        }

        return builder.Build();
    }

    public static RepeatSummaries Summaries(string path) => path switch
    {
        "cdnow/transactions.csv" => Transactions().ToRepeatSummaries(CalibrationEnd),
        "donations/donations.csv" => RepeatSummaries.Of(TimeUnit.Period, Rows(path).Select(r => new RepeatSummary(int.Parse(r[0], CultureInfo.InvariantCulture), Number(r[1]), Number(r[2]), Number(r[3])))),
        _ => RepeatSummaries.Of(TimeUnit.Week, Rows(path).Select(r => new RepeatSummary(int.Parse(r[1], CultureInfo.InvariantCulture), Number(r[2]), Number(r[3])))),
    };

    public static IReadOnlyList<(RepeatSummary History, double Spend)> WithSpend(string path) =>
        [.. Rows(path).Select(r => (new RepeatSummary(int.Parse(r[1], CultureInfo.InvariantCulture), Number(r[2]), Number(r[3])), Number(r[4])))];

    public static IReadOnlyList<SpendObservation> Spend(string path) =>
        [.. WithSpend(path).Where(r => r.History.Frequency > 0).Select(r => new SpendObservation(r.History.Frequency, r.Spend))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string path) =>
        File.ReadLines(Path.Combine(ConformanceFolders.Data, path)).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(','));
}
