using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EcomOps.Core;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Cli.Commands.Rules;

internal static class Tool
{
    public const int Fine = 0;
    public const int Findings = 1;
    public const int Unreadable = 2;

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    // Runs a command's work; what the user can mend becomes a message and exit code 2.
    public static void Does(this Command command, Func<ParseResult, TextWriter, TextWriter, int> work) => command.SetAction(result =>
    {
        TextWriter error = result.InvocationConfiguration.Error;
        try
        {
            return work(result, result.InvocationConfiguration.Output, error);
        }
        catch (Exception problem) when (problem is ToolFailure or EcomOpsException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine("error: " + problem.Message);
            return Unreadable;
        }
    });

    public static void Json(TextWriter output, object value) => output.WriteLine(JsonSerializer.Serialize(value, Options));

    public static Instant Instant(string text) =>
        OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } instant ? instant.Value.ToInstant()
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value.AtMidnight().InUtc().ToInstant()
        : throw new ToolFailure($"'{text}' is no instant; write 2026-11-27T18:00:00Z or 2026-11-27.");

    public static string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    public static string Percent(double? share) => share is { } value ? Percent(value) : "-";

    public static string Amount(decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    public static string Count(long count, string singular) => $"{Count(count)} {singular}{(count == 1 ? string.Empty : "s")}";

    // Columns padded with spaces; numbers to the right.
    public static void Table(TextWriter output, IReadOnlyList<string[]> rows, params int[] right)
    {
        int columns = rows.Max(r => r.Length);
        int[] widths = [.. Enumerable.Range(0, columns).Select(c => rows.Max(r => c < r.Length ? r[c].Length : 0))];
        foreach (string[] row in rows)
        {
            output.WriteLine(("  " + string.Join("  ", row.Select((cell, c) => right.Contains(c) ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c])))).TrimEnd());
        }
    }
}
