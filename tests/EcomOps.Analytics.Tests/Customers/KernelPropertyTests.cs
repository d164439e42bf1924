using EcomOps.Analytics.Cohorts;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Segments;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Customers;

/// <summary>The columnar kernels against plain LINQ over the same rows; large inputs take the packed partition, small and wide ones the general one.</summary>
public sealed class KernelPropertyTests
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    [Property(MaxTest = 30)]
    public void Repeat_summaries_equal_a_naive_count(int seed)
    {
        Rows rows = Rows.Random(seed);
        RepeatSummaries summaries = rows.Store().ToRepeatSummaries(Epoch.PlusDays(rows.Until), TimeUnit.Day);
        var expected = rows.All.Where(r => r.Day <= rows.Until).GroupBy(r => r.Customer).OrderBy(g => g.Key).Select(g =>
        {
            int first = g.Min(r => r.Day), x = g.Select(r => r.Day).Distinct().Count() - 1;
            return (g.Key, x, Recency: g.Max(r => r.Day) - first, Age: rows.Until - first, Spend: x == 0 ? 0 : g.Where(r => r.Day > first).Sum(r => (decimal)r.Amount) / 10000 / x);
        }).ToArray();
        Assert.Equal(expected.Length, summaries.Items.Count);
        foreach ((int i, (int customer, int x, int recency, int age, decimal spend)) in expected.Index())
        {
            Assert.Equal(new RepeatSummary(x, recency, age), summaries.Items[i]);
            Assert.Equal($"{customer}", summaries.CustomerId(i));
            Assert.Equal(spend, summaries.AverageRepeatSpend[i].Amount, 10);
        }
    }

    [Property(MaxTest = 30)]
    public void Cohorts_equal_a_naive_count(int seed, bool rolling)
    {
        Rows rows = Rows.Random(seed);
        CohortTable table = CohortTable.Compute(rows.Store(), new CohortOptions { Rolling = rolling, DataUntil = Epoch.PlusDays(rows.Until) });
        static int Month(int day) => Epoch.PlusDays(day) is var d ? (12 * d.Year) + d.Month : 0;
        var naive = rows.All.Where(r => r.Day <= rows.Until).GroupBy(r => r.Customer)
            .Select(g => (Cohort: g.Min(r => Month(r.Day)), Months: g.Select(r => Month(r.Day)).ToHashSet(), Rows: g.ToArray())).ToArray();
        foreach (Cohort cohort in table.Cohorts)
        {
            var members = naive.Where(c => c.Cohort == (12 * cohort.Start.Year) + cohort.Start.Month).ToArray();
            Assert.Equal(members.Length, cohort.Customers);
            foreach ((int k, CohortCell cell) in cohort.Cells.Index())
            {
                int month = members[0].Cohort + k;
                Assert.Equal(members.Count(m => rolling ? m.Months.Any(p => p >= month) : m.Months.Contains(month)), cell.Customers);
                Assert.Equal(members.Sum(m => m.Rows.Where(r => Month(r.Day) == month).Sum(r => (decimal)r.Amount)) / 10000, cell.Value.Amount);
            }
        }

        Assert.Equal(naive.Length, table.Cohorts.Sum(c => c.Customers));
    }

    [Property(MaxTest = 30)]
    public void Rfm_equals_a_naive_ranking(int seed)
    {
        Rows rows = Rows.Random(seed);
        RfmScores scores = Rfm.Score(rows.Store(), Epoch.PlusDays(rows.Until));
        var values = rows.All.Where(r => r.Day <= rows.Until).GroupBy(r => r.Customer)
            .Select(g => (Customer: g.Key, Days: rows.Until - g.Max(r => r.Day), Orders: g.Count(), Sum: g.Sum(r => (decimal)r.Amount))).ToArray();
        Dictionary<int, int> Ntile(IEnumerable<int> order)
        {
            int n = values.Length;
            return order.Index().ToDictionary(o => o.Item, o => Enumerable.Range(1, 5).First(k => o.Index < (n / 5 * k) + Math.Min(k, n % 5)));
        }

        Dictionary<int, int> r = Ntile(values.OrderByDescending(v => v.Days).ThenBy(v => v.Customer).Select(v => v.Customer));
        Dictionary<int, int> f = Ntile(values.OrderBy(v => v.Orders).ThenBy(v => v.Customer).Select(v => v.Customer));
        Dictionary<int, int> m = Ntile(values.OrderBy(v => v.Sum).ThenBy(v => v.Customer).Select(v => v.Customer));
        Assert.Equal(
            values.OrderBy(v => v.Customer).Select(v => new RfmScore($"{v.Customer}", v.Days, v.Orders, Money.Eur(v.Sum / 10000), r[v.Customer], f[v.Customer], m[v.Customer])),
            scores.Customers);
    }

    [Fact]
    public void A_customer_number_out_of_range_is_refused_among_many_rows()
    {
        int[] customers = [.. Enumerable.Range(0, 10_000).Select(i => i % 100)];
        customers[7000] = 100;
        ArgumentException error = Assert.Throws<ArgumentException>(() => CustomerOrders.FromColumns(customers, new int[10_000], new long[10_000], 100, Currency.Eur));
        Assert.Contains("row 7000", error.Message, StringComparison.Ordinal);
    }

    private sealed record Rows(IReadOnlyList<(int Customer, int Day, long Amount)> All, int Customers, int Until)
    {
        // Few customers, days and amounts make ties and same-day orders; wide ones leave no room for packing.
        public static Rows Random(int seed)
        {
            var random = new Random(seed);
            int customers = random.Next(4) switch { 0 => 1, 1 => random.Next(2, 20), _ => random.Next(20, 3000) };
            int count = customers + random.Next(random.Next(2) == 0 ? 50 : 9000), days = random.Next(3) switch { 0 => 1, 1 => 40, _ => 1100 };
            long amounts = random.Next(3) switch { 0 => 1, 1 => 5, _ => 1L << random.Next(10, 50) };
            (int, int, long)[] rows = [.. Enumerable.Range(0, count).Select(i => (i < customers ? i : random.Next(customers), 100 + random.Next(days), random.NextInt64(-amounts, 3 * amounts)))];
            random.Shuffle(rows);
            return new Rows(rows, customers, 100 + random.Next(days / 2, days + 5));
        }

        public CustomerOrders Store() => CustomerOrders.FromColumns([.. All.Select(r => r.Customer)], [.. All.Select(r => r.Day)], [.. All.Select(r => r.Amount)], Customers, Currency.Eur);
    }
}
