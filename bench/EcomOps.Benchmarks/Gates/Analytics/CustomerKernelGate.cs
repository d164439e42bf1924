using DuckDB.NET.Data;
using EcomOps.Analytics.Cohorts;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Segments;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Benchmarks.Gates.Analytics;

/// <summary>RFM, repeat summaries and cohorts over ten million orders of a million customers, against DuckDB on one thread over the same rows.</summary>
public sealed class CustomerKernelGate : IGate
{
    private const int Rows = 10_000_000;
    private const int Customers = 1_000_000;
    private static readonly LocalDate End = new LocalDate(1970, 1, 1).PlusDays(1100);

    /// <inheritdoc />
    public string Name => "analytics/customers";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        (int[] customers, int[] days, long[] amounts) = Data();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        CustomerOrders store = CustomerOrders.FromColumns(customers, days, amounts, Customers, Currency.Eur);
        yield return GateResult.AtMost(Name + "/bytes-per-order", (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Rows, "B", 24);
        yield return GateResult.AtMost(Name + "/rfm-sorted", Measurement.BestProcessorSeconds(() => Rfm.Score(store, End)), "s", 0.25);
        double unsorted = Measurement.BestProcessorSeconds(() => Rfm.ScoreColumns(customers, days, amounts, Customers, Currency.Eur, End));
        double built = Measurement.BestProcessorSeconds(() => Rfm.Score(CustomerOrders.FromColumns(customers, days, amounts, Customers, Currency.Eur), End));
        double repeat = Measurement.BestProcessorSeconds(() => store.ToRepeatSummaries(End));
        double cohorts = Measurement.BestProcessorSeconds(() => CohortTable.Compute(store));

        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        Fill(connection, customers, days, amounts);
        RequireSameResults(connection, store, Rfm.Score(store, End));
        RequireSameResults(connection, store, Rfm.ScoreColumns(customers, days, amounts, Customers, Currency.Eur, End));
        double duckRfm = Measurement.BestProcessorSeconds(() => Query(connection, """
            with v as (select c, 1100 - max(d) r, count(*) f, sum(a) m from o group by c)
            select sum(x), sum(y), sum(z) from (select ntile(5) over (order by r desc, c) x, ntile(5) over (order by f, c) y, ntile(5) over (order by m, c) z from v)
            """));
        double duckRepeat = Measurement.BestProcessorSeconds(
            () => Query(connection, "select sum(x), sum(t), sum(age) from (select count(distinct d) - 1 x, max(d) - min(d) t, 1100 - min(d) age from o group by c)"), runs: 2);

        // Thirty days for a month: cheaper for DuckDB than the calendar that our side uses.
        double duckCohorts = Measurement.BestProcessorSeconds(
            () => Query(connection, """
            with f as (select c, min(d) // 30 k from o group by c)
            select f.k, o.d // 30 - f.k p, count(distinct o.c) n from o join f using (c) group by 1, 2
            """), runs: 2);
        yield return GateResult.AtMost(Name + "/rfm-unsorted", unsorted, "s", duckRfm / 4);
        yield return GateResult.AtLeast(Name + "/rfm-unsorted-against-duckdb", duckRfm / unsorted, "x", 4);
        yield return GateResult.AtLeast(Name + "/rfm-with-store-against-duckdb", duckRfm / built, "x", 1.5);
        yield return GateResult.AtMost(Name + "/repeat-summaries", repeat, "s", 0.3);
        yield return GateResult.AtLeast(Name + "/repeat-summaries-against-duckdb", duckRepeat / repeat, "x", 20);
        yield return GateResult.AtMost(Name + "/cohorts", cohorts, "s", 0.3);
        yield return GateResult.AtLeast(Name + "/cohorts-against-duckdb", duckCohorts / cohorts, "x", 20);
    }

    // The times below mean nothing unless both sides give the same answer: every score, history and cohort cell.
    private static void RequireSameResults(DuckDBConnection connection, CustomerOrders store, RfmScores scores)
    {
        long[] ours = [0, 0, 0];
        foreach ((int c, RfmScore score) in scores.Customers.Index())
        {
            ours[0] += score.R * (c % 1009L);
            ours[1] += score.F * (c % 1009L);
            ours[2] += score.M * (c % 1009L);
        }

        Same("RFM", ours, Query(connection, """
            with v as (select c, 1100 - max(d) r, count(*) f, sum(a) m from o group by c)
            select sum(x * (c % 1009)), sum(y * (c % 1009)), sum(z * (c % 1009))
            from (select c, ntile(5) over (order by r desc, c) x, ntile(5) over (order by f, c) y, ntile(5) over (order by m, c) z from v)
            """));
        IReadOnlyList<RepeatSummary> rows = store.ToRepeatSummaries(End, TimeUnit.Day).Items;
        Same("Repeat summaries", [rows.Index().Sum(r => r.Item.Frequency * (r.Index % 1009L)), rows.Index().Sum(r => (long)r.Item.Recency * (r.Index % 1009)), rows.Index().Sum(r => (long)r.Item.Age * (r.Index % 1009))],
            Query(connection, "select sum(x * (c % 1009)), sum(t * (c % 1009)), sum(age * (c % 1009)) from (select c, count(distinct d) - 1 x, max(d) - min(d) t, 1100 - min(d) age from o group by c)"));
        Same("Cohorts", [.. CohortTable.Compute(store).Cohorts.SelectMany(k => k.Cells).Where(c => c.Customers > 0).Select(c => (long)c.Customers)], Query(connection, """
            with m as (select c, (date_part('year', date '1970-01-01' + d) - 1970) * 12 + date_part('month', date '1970-01-01' + d) k from o),
            f as (select c, min(k) k from m group by c),
            t as (select f.k k, m.k - f.k p, count(distinct m.c) n from m join f using (c) group by 1, 2)
            select n from t order by k, p
            """));
    }

    private static void Same(string what, IReadOnlyList<long> ours, IReadOnlyList<long> theirs)
    {
        if (!ours.SequenceEqual(theirs))
        {
            throw new InvalidOperationException($"{what} differ from DuckDB's: {string.Join(", ", ours.Take(5))} against {string.Join(", ", theirs.Take(5))}.");
        }
    }

    private static (int[] Customers, int[] Days, long[] Amounts) Data()
    {
        var random = new Random(1);
        int[] customers = new int[Rows], days = new int[Rows];
        long[] amounts = new long[Rows];
        for (int i = 0; i < Rows; i++)
        {
            customers[i] = i < Customers ? i : random.Next(Customers);
            days[i] = random.Next(1096);
            amounts[i] = random.Next(5, 300) * 10000L;
        }

        return (customers, days, amounts);
    }

    private static void Fill(DuckDBConnection connection, int[] customers, int[] days, long[] amounts)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = "set threads = 1; create table o (c integer, d integer, a bigint);";
        command.ExecuteNonQuery();
        using DuckDBAppender appender = connection.CreateAppender("o");
        for (int i = 0; i < customers.Length; i++)
        {
            appender.CreateRow().AppendValue((int?)customers[i]).AppendValue((int?)days[i]).AppendValue((long?)amounts[i]).EndRow();
        }
    }

    private static List<long> Query(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader reader = command.ExecuteReader();
        List<long> values = [];
        while (reader.Read())
        {
            for (int i = 0; i < reader.FieldCount; i++)
            {
                values.Add((long)Convert.ToDecimal(reader.GetValue(i) is System.Numerics.BigInteger big ? (decimal)big : reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return values;
    }
}
