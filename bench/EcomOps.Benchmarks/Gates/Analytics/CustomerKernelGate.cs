using System.Diagnostics;
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
        double unsorted = Measurement.BestProcessorSeconds(() => Rfm.Score(CustomerOrders.FromColumns(customers, days, amounts, Customers, Currency.Eur), End));
        double summaries = Measurement.BestProcessorSeconds(() => store.RepeatRate(byDay: true));
        double repeat = Measurement.BestProcessorSeconds(() => store.ToRepeatSummaries(End));
        double cohorts = Measurement.BestProcessorSeconds(() => CohortTable.Compute(store));
        GC.KeepAlive(summaries);

        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        Fill(connection, customers, days, amounts);
        double duckRfm = Cpu(connection, """
            with v as (select c, 1100 - max(d) r, count(*) f, sum(a) m from o group by c)
            select sum(x), sum(y), sum(z) from (select ntile(5) over (order by r desc, c) x, ntile(5) over (order by f, c) y, ntile(5) over (order by m, c) z from v)
            """);
        double duckRepeat = Cpu(connection, "select sum(x), sum(t), sum(age) from (select count(distinct d) - 1 x, max(d) - min(d) t, 1100 - min(d) age from o group by c)");
        double duckCohorts = Cpu(connection, """
            with f as (select c, min(d) // 30 k from o group by c)
            select count(*) from (select f.k, o.d // 30 - f.k p, count(distinct o.c) n from o join f using (c) group by 1, 2)
            """);
        yield return GateResult.AtLeast(Name + "/rfm-unsorted-against-duckdb", duckRfm / unsorted, "x", 4);
        yield return GateResult.AtLeast(Name + "/repeat-summaries-against-duckdb", duckRepeat / repeat, "x", 20);
        yield return GateResult.AtLeast(Name + "/cohorts-against-duckdb", duckCohorts / cohorts, "x", 20);
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

    private static double Cpu(DuckDBConnection connection, string sql)
    {
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        TimeSpan before = process.TotalProcessorTime;
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
        }

        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}
