using System.CommandLine;
using System.Globalization;
using EcomOps.Analytics.Funnels;
using EcomOps.Cli.Commands.Files;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Formats.Analytics;
using EcomOps.Formats.Tables;
using NodaTime;

namespace EcomOps.Cli.Commands.Analytics;

internal static class FunnelCommand
{
    private const int ShownEvents = 12;

    public static Command Create()
    {
        Argument<string> file = new("events") { Description = "Events (.csv, .jsonl, .parquet) with the columns person, time and event; event_id where known. Repeated ids count once." };
        Option<string> steps = new("--steps") { Description = "Events in the order of the funnel, such as view_item,add_to_cart,begin_checkout,purchase.", DefaultValueFactory = _ => "view_item,add_to_cart,begin_checkout,purchase" };
        Option<string> window = new("--window") { Description = "Longest time from the first step: 30m, 24h or 7d.", DefaultValueFactory = _ => "7d" };
        Option<bool> strict = new("--strict-order") { Description = "No other event may lie between the steps." };
        Option<bool> anyOrder = new("--any-order") { Description = "Steps may come in any order within the window." };
        Option<string[]> by = new("--by") { Description = "Columns that may tell why people leave, such as device,country; the first also splits the funnel.", AllowMultipleArgumentsPerToken = true };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        TableFileInput files = new();
        Command command = new("funnel", """
            Count how many people reach each step, how long they take, where they leave and what tells those who leave from those who go on.

            Example:
              ecomops analytics funnel events.csv --steps view_item,add_to_cart,purchase --window 7d --by device

            Exit code: 0 done, 1 rows rejected with --strict, 2 nothing readable.
            """) { file, steps, window, strict, anyOrder, by };
        files.AddTo(command);
        command.Add(json);
        command.Does((parsed, output, error) =>
        {
            string[] names = [.. parsed.GetValue(steps)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
            if (names.Length is < 2 or > FunnelScanner.MaxSteps)
            {
                throw new ToolFailure($"A funnel has 2 to {FunnelScanner.MaxSteps} steps; separate them by commas.");
            }

            string[] properties = [.. (parsed.GetValue(by) ?? []).SelectMany(b => b.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];
            FunnelDefinition definition = new(names, Window(parsed.GetValue(window)!), parsed.GetValue(strict) ? FunnelScanMode.StrictOrder : FunnelScanMode.Default, properties.FirstOrDefault()) { AnyOrder = parsed.GetValue(anyOrder) };
            TableRows<FunnelEvent> table = TableFileInput.Readable(AnalyticsFiles.EventsAsync(parsed.GetValue(file)!, files.Options(parsed), properties));
            TableFileInput.Report(error, table);
            Missing(error, table, names);
            FunnelReport report = FunnelReport.Compute(table.Rows, definition);
            if (report.Duplicates > 0)
            {
                error.WriteLine($"{table.FileName}: {Tool.Count(report.Duplicates, "repeated event")} left out");
            }

            IReadOnlyList<DropReport> drops = properties.Length == 0 ? [] : DropReport.ComputeAll(table.Rows, definition);
            if (parsed.GetValue(json))
            {
                Tool.Json(output, new { Steps = report.Steps.Select(Json), Groups = report.Groups.ToDictionary(g => g.Key, g => g.Value.Select(Json)), report.Duplicates, Drops = drops.Select(d => new { d.From, d.To, d.Persons, d.WentOn, d.Words, d.Significant }) });
                return files.ExitCode(parsed, table);
            }

            Print(output, report.Steps);
            foreach ((string group, IReadOnlyList<FunnelStepResult> results) in report.Groups)
            {
                output.WriteLine($"{properties[0]} {(group.Length == 0 ? "(unknown)" : group)}:");
                Print(output, results);
            }

            if (report.LargestDrop is { } drop)
            {
                output.WriteLine($"Most are lost between {drop.From} and {drop.To}: {Tool.Count(drop.Lost, "person")}.");
            }

            foreach (DropReport reason in drops.Where(d => d.Persons > d.WentOn))
            {
                output.WriteLine(reason.Words);
            }

            return files.ExitCode(parsed, table);
        });
        return command;
    }

    private static void Print(TextWriter output, IReadOnlyList<FunnelStepResult> steps) => Tool.Table(output, [["step", "persons", "of all", "of step before", "median time"], .. steps.Select(s => new[]
    {
        s.Step, Tool.Count(s.Persons), Tool.Percent(s.OverallRate), Tool.Percent(s.StepRate), s.MedianTime is { } time ? Short(time) : "-",
    })], 1, 2, 3, 4);

    // A step that no event bears is a wrong name more often than a step that nobody took.
    private static void Missing(TextWriter error, TableRows<FunnelEvent> table, string[] steps)
    {
        string[] events = [.. table.Rows.GroupBy(r => r.Name, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
        string[] missing = [.. steps.Except(events, StringComparer.Ordinal)];
        string known = $"it has {string.Join(", ", events.Take(ShownEvents))}{(events.Length > ShownEvents ? ", ..." : string.Empty)}";
        if (missing.Length == steps.Length)
        {
            throw new ToolFailure($"{table.FileName} has none of the events {string.Join(", ", steps)}; {known}. Name them by --steps.");
        }

        if (missing.Length > 0)
        {
            error.WriteLine($"{table.FileName}: no event is named {string.Join(" or ", missing)}; {known}");
        }
    }

    private static object Json(FunnelStepResult s) => new { s.Step, s.Persons, s.OverallRate, s.StepRate, MeanSeconds = s.MeanTime?.TotalSeconds, MedianSeconds = s.MedianTime?.TotalSeconds };

    private static string Short(Duration time) => time.TotalDays >= 1 ? time.TotalDays.ToString("0.0 'd'", CultureInfo.InvariantCulture) : time.TotalHours >= 1 ? time.TotalHours.ToString("0.0 'h'", CultureInfo.InvariantCulture)
        : time.TotalMinutes >= 1 ? time.TotalMinutes.ToString("0.0 'min'", CultureInfo.InvariantCulture) : time.TotalSeconds.ToString("0 's'", CultureInfo.InvariantCulture);

    private static Duration Window(string text) =>
        text.Length > 1 && long.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number is > 0 and <= 100_000
            ? text[^1] switch { 'm' => Duration.FromMinutes(number), 'h' => Duration.FromHours(number), 'd' => Duration.FromDays(number), _ => throw Wrong(text) }
            : throw Wrong(text);

    private static ToolFailure Wrong(string text) => new($"'{text}' is no window; write 30m, 24h or 7d.");
}
