using System.Diagnostics;
using EcomOps.Operations.History;
using EcomOps.Operations.Runs;
using EcomOps.Operations.Settings;
using Spectre.Console;

namespace OperationsRun;

/// <summary>What the run shows: a progress bar on a terminal, plain lines elsewhere, and a summary at the end.</summary>
internal sealed class RunConsole
{
    private readonly IAnsiConsole _console = AnsiConsole.Console;
    private readonly long _started = Stopwatch.GetTimestamp();

    internal async Task<T> WithProgressAsync<T>(Func<Action<string, double>, Task<T>> work)
    {
        if (Console.IsOutputRedirected || !_console.Profile.Capabilities.Interactive)
        {
            string last = string.Empty;
            return await work((step, _) =>
            {
                if (step != last)
                {
                    last = step;
                    Console.WriteLine(FormattableString.Invariant($"{Elapsed.TotalSeconds,6:0.0} s  {step}"));
                }
            });
        }

        return await _console.Progress().AutoClear(true).Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).StartAsync(async context =>
        {
            ProgressTask task = context.AddTask("starting", maxValue: 1);
            return await work((step, fraction) =>
            {
                task.Description = Markup.Escape(step);
                task.Value = Math.Clamp(fraction, 0, 1);
            });
        });
    }

    internal void Summary(OperationsReport report, string directory, IReadOnlyList<string> files, string? note)
    {
        ImportSummary import = report.Import;
        var table = new Spectre.Console.Table { Border = TableBorder.Ascii2, ShowHeaders = false };
        table.AddColumn("what").AddColumn(new TableColumn("value").RightAligned());
        void Row(string name, string value) => table.AddRow(Markup.Escape(name), Markup.Escape(value));
        Row("rows read", Number(import.Read));
        Row("  accepted", Number(import.Accepted));
        Row("  rejected", Number(import.Rejected));
        if (import.AlreadyKnown > 0)
        {
            Row("  of the accepted, known from an earlier run", Number(import.AlreadyKnown));
        }

        foreach (ExcludedRows rule in import.Excluded)
        {
            if (rule.Scope == ExclusionScope.Sales)
            {
                Row($"  excluded by {rule.Rule} ({rule.Reason})", Number(rule.Rows));
            }
        }

        Row("  counted as sales", Number(import.Sales));
        foreach (ExcludedRows rule in import.Excluded.Where(rule => rule.Scope == ExclusionScope.Customers))
        {
            Row($"  of these left out of customer figures by {rule.Rule} ({rule.Reason})", Number(rule.Rows));
        }

        table.AddEmptyRow();
        foreach (KeyFigure figure in report.KeyFigures)
        {
            Row(figure.Name, figure.Value);
        }

        table.AddEmptyRow();
        foreach (string file in files.Where(f => !f.StartsWith("images/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            Row(file, Size(Path.Combine(directory, file)));
        }

        _console.Write(table);
        if (note is not null)
        {
            Console.WriteLine(note);
        }

        Console.WriteLine(FormattableString.Invariant($"Written to {directory} in {Elapsed.TotalSeconds:0.0} s."));
    }

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);

    private static string Number(long value) => value.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    private static string Size(string path) => FormattableString.Invariant($"{Math.Max(1, new FileInfo(path).Length / 1024):N0} kB");
}
