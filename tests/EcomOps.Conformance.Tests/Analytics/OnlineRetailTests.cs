using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EcomOps.Analytics.Cohorts;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Segments;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Conformance.Tests.Analytics;

/// <summary>Customer figures of <c>online-retail/expected.json</c> under the rules of its README.</summary>
public sealed partial class OnlineRetailTests
{
    internal static readonly Lazy<CustomerOrders> Store = new(Load);

    private static JsonElement Expected => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(ConformanceFolders.Data, "online-retail/expected.json"))).RootElement;

    [DataFact("online-retail/online-retail.csv.gz", "online-retail/expected.json")]
    public void Customers_orders_and_revenue_are_exact()
    {
        JsonElement sales = Expected.GetProperty("customer_sales");
        Assert.Equal(sales.GetProperty("customers").GetInt32(), Store.Value.CustomerCount);
        Assert.Equal(sales.GetProperty("orders").GetInt32(), Store.Value.OrderCount);
        Assert.Equal(decimal.Parse(sales.GetProperty("revenue_exact").GetString()!, CultureInfo.InvariantCulture), Store.Value.ValueOf(new LocalDate(2010, 1, 1), new LocalDate(2011, 12, 31)).Amount);
    }

    [DataFact("online-retail/online-retail.csv.gz", "online-retail/expected.json")]
    public void Rfm_scores_are_exact_by_rank_and_by_midrank()
    {
        foreach ((string member, RfmScoring scoring) in ((string, RfmScoring)[])[("ordinal", RfmScoring.OrdinalFloor), ("midrank", RfmScoring.Midrank)])
        {
            JsonElement expected = Expected.GetProperty("rfm").GetProperty(member);
            RfmScores scores = Rfm.Score(Store.Value, new LocalDate(2011, 12, 10), new RfmOptions { Scoring = scoring });
            Assert.Equal(expected.GetProperty("cells").EnumerateObject().ToDictionary(c => int.Parse(c.Name, CultureInfo.InvariantCulture), c => c.Value.GetInt32()).OrderBy(c => c.Key), scores.Cells().OrderBy(c => c.Key));
            string lines = string.Concat(scores.Customers.Select(c => $"{c.CustomerId},{c.Cell}\n"));
            Assert.Equal(expected.GetProperty("assignment_sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines))));
        }
    }

    [DataFact("online-retail/online-retail.csv.gz", "online-retail/expected.json")]
    public void Cohorts_hold_every_customer_once_and_only_the_last_month_is_partial()
    {
        CohortTable table = CohortTable.Compute(Store.Value);
        Assert.Equal(13, table.Cohorts.Count);
        Assert.Equal(Store.Value.CustomerCount, table.Cohorts.Sum(c => c.Customers));
        Assert.All(table.Cohorts, c => Assert.Equal((1.0, true), (c.Cells[0].Retention, c.Cells[^1].IsPartial)));
        Assert.All(table.Cohorts, c => Assert.DoesNotContain(c.Cells.SkipLast(1), cell => cell.IsPartial));
    }

    private static CustomerOrders Load()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(ConformanceFolders.Data, "online-retail/online-retail.csv.gz")), CompressionMode.Decompress), Encoding.UTF8);
        Dictionary<string, (string Customer, LocalDate Day, decimal Value)> invoices = new(StringComparer.Ordinal);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            List<string> row = Split(line);
            if (row[0].StartsWith('C') || row[0].StartsWith('A') || row[6].Length == 0 || !Product().IsMatch(row[1].Trim().ToUpperInvariant()))
            {
                continue;
            }

            long quantity = long.Parse(row[3], CultureInfo.InvariantCulture);
            decimal price = decimal.Parse(row[5], CultureInfo.InvariantCulture);
            if (quantity > 0 && price > 0)
            {
                LocalDate day = new(int.Parse(row[4].AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(row[4].AsSpan(5, 2), CultureInfo.InvariantCulture), int.Parse(row[4].AsSpan(8, 2), CultureInfo.InvariantCulture));
                decimal before = invoices.TryGetValue(row[0], out var known) ? known.Value : 0;
                invoices[row[0]] = (row[6], day, before + (quantity * price));
            }
        }

        var builder = new CustomerOrdersBuilder(DateTimeZone.Utc, Currency.Gbp, CustomerIdOrder.Number);
        foreach ((string customer, LocalDate day, decimal value) in invoices.Values)
        {
            builder.Add(customer, day, Money.Gbp(value));
        }

        return builder.Build();
    }

    private static List<string> Split(string line)
    {
        List<string> fields = [];
        StringBuilder field = new();
        bool quoted = false;
        foreach (char c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }

    [GeneratedRegex("^([0-9]{5}[A-Z]{0,2}|DCGS.*)$")]
    private static partial Regex Product();
}
