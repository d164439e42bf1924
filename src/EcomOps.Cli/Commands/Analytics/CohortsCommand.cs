using System.CommandLine;
using System.Globalization;
using EcomOps.Analytics.Cohorts;
using EcomOps.Analytics.Customers;
using EcomOps.Cli.Commands.Files;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Formats.Analytics;
using EcomOps.Formats.Tables;

namespace EcomOps.Cli.Commands.Analytics;

internal static class CohortsCommand
{
    private const int ShownPeriods = 13;

    public static Command Create()
    {
        OrdersInput input = new();
        Option<string> period = new("--period") { Description = "day, week, month or quarter.", DefaultValueFactory = _ => "month" };
        Option<bool> rolling = new("--rolling") { Description = "Active in a period or later, instead of in the period." };
        Option<bool> value = new("--value") { Description = "Share of the first period's sales instead of customers." };
        Option<string?> file = new("--out") { Description = "Write every cell, .csv or .jsonl." };
        Command command = new("cohorts", """
            Show how many customers of each first-purchase period come back. A star marks a period that is not over; there are no cells after the end of the data.

            Example:
              ecomops analytics cohorts orders.csv --period month

            Exit code: 0 done, 1 rows rejected with --strict, 2 nothing readable.
            """);
        input.AddTo(command);
        foreach (Option option in (ReadOnlySpan<Option>)[period, rolling, value, file])
        {
            command.Add(option);
        }

        command.Does((parsed, output, error) =>
        {
            CalendarPeriod length = Enum.TryParse(parsed.GetValue(period), ignoreCase: true, out CalendarPeriod known) && Enum.IsDefined(known)
                ? known : throw new ToolFailure($"'{parsed.GetValue(period)}' is no period; use day, week, month or quarter.");
            TableRows<OrderLineRow> table = input.Read(parsed, error);
            CustomerOrders orders = input.Customers(parsed, table, error);
            CohortTable cohorts = CohortTable.Compute(orders, new CohortOptions { Period = length, Rolling = parsed.GetValue(rolling), DataUntil = input.AsOf(parsed, orders) });
            if (parsed.GetValue(file) is { } path)
            {
                ResultFile.Write(path, ["cohort", "size", "period", "customers", "retention", "value", "value_retention", "cumulative_value_per_customer", "is_partial"], cohorts.Cohorts.SelectMany(c => c.Cells.Select((cell, k) => new[]
                {
                    Day(c), Text(c.Customers), Text(k), Text(cell.Customers), Share(cell.Retention), Text(cell.Value.Amount), Share(cell.ValueRetention), Text(cell.CumulativeValuePerCustomer.Amount), cell.IsPartial ? "true" : "false",
                })));
            }

            if (input.IsJson(parsed))
            {
                Tool.Json(output, new
                {
                    Period = length.ToString(),
                    Rolling = parsed.GetValue(rolling),
                    Cohorts = cohorts.Cohorts.Select(c => new { Start = Day(c), c.Customers, Cells = c.Cells.Select(x => new { x.Customers, x.Retention, Value = x.Value.Amount, x.ValueRetention, x.IsPartial }) }),
                });
            }
            else
            {
                int columns = Math.Min(ShownPeriods, cohorts.Cohorts.Max(c => c.Cells.Count));
                Tool.Table(output, [["cohort", "size", .. Enumerable.Range(0, columns).Select(k => Text(k))], .. cohorts.Cohorts.Select(c => (string[])
                [
                    Day(c), Tool.Count(c.Customers), .. c.Cells.Take(columns).Select(x => Cell(parsed.GetValue(value) ? x.ValueRetention : x.Retention, x.IsPartial)),
                ])], [.. Enumerable.Range(1, columns + 1)]);
            }

            return input.Files.ExitCode(parsed, table);
        });
        return command;
    }

    private static string Cell(double? share, bool partial) => (share is { } s ? (s * 100).ToString("0", CultureInfo.InvariantCulture) + "%" : "-") + (partial ? "*" : string.Empty);

    private static string Day(Cohort cohort) => cohort.Start.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Text<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Share(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? string.Empty;
}
