using System.CommandLine;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Formats.Planning;
using EcomOps.Inventory.Demand;
using EcomOps.Operations.Importing;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Cli.Commands.Inventory;

// The options that forecast and plan share, and the sales that they lead to.
internal sealed class PlanningFileInput
{
    private const int ShownRejections = 20;

    private readonly Argument<string> _sales = new("sales") { Description = "CSV with the columns sku, date (2026-11-24) and quantity, and location where there are several." };
    private readonly Option<string[]> _columns = new("--columns") { Description = "Names of columns, such as sku=StockCode,date=InvoiceDate,quantity=Quantity; for every file of the command.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> _delimiter = new("--delimiter") { Description = "Between cells: ',', ';', '|' or tab.", DefaultValueFactory = _ => "," };
    private readonly Option<string> _decimals = new("--decimal") { Description = "Sign before a fraction: '.' or ','.", DefaultValueFactory = _ => "." };
    private readonly Option<string?> _dates = new("--date-pattern") { Description = "NodaTime pattern of dates, such as dd/MM/uuuu. Without it: 2026-11-24, with or without a time." };
    private readonly Option<string> _encoding = new("--encoding") { Description = "utf-8, utf-16, latin1 or windows-1252.", DefaultValueFactory = _ => "utf-8" };
    private readonly Option<string> _currency = new("--currency") { Description = "Currency of every amount.", DefaultValueFactory = _ => "EUR" };
    private readonly Option<string?> _from = new("--from") { Description = "First day that the sales records cover. Without it: the day of the first sale in the file." };
    private readonly Option<string[]> _gap = new("--gap") { Description = "Days without records, such as 2026-03-02..2026-03-15; their periods are missing and not zero. May be repeated.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _promotions = new("--promotions") { Description = "CSV with from, through, uplift (1.8 for 80 % more) and, where they are not for all, sku and location. Past ones are taken out of the history, planned ones lift the forecast." };
    private readonly Option<string?> _chart = new("--chart") { Description = "Write a picture, .svg or .png." };
    private readonly Option<bool> _strict = new("--strict") { Description = "Exit code 1 when a row was rejected." };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON." };

    public void AddTo(Command command)
    {
        command.Add(_sales);
        foreach (Option option in (ReadOnlySpan<Option>)[_promotions, _from, _gap, _columns, _delimiter, _decimals, _dates, _encoding, _currency, _chart, _strict, _json])
        {
            command.Add(option);
        }
    }

    public string SalesPath(ParseResult parsed) => parsed.GetValue(_sales)!;

    public string? Chart(ParseResult parsed) => parsed.GetValue(_chart);

    public bool IsStrict(ParseResult parsed) => parsed.GetValue(_strict);

    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    public LocalDate? From(ParseResult parsed) => Day(parsed.GetValue(_from));

    public PlanningFileOptions Files(ParseResult parsed)
    {
        string delimiter = parsed.GetValue(_delimiter)! is "tab" or "\\t" ? "\t" : parsed.GetValue(_delimiter)!;
        string fraction = parsed.GetValue(_decimals)!;
        if (delimiter is not ("," or ";" or "|" or "\t") || fraction is not ("." or ",") || delimiter == fraction)
        {
            throw new ToolFailure("The delimiter must be ',', ';', '|' or tab, the decimal sign '.' or ',', and both must differ.");
        }

        if (parsed.GetValue(_encoding) is not ("utf-8" or "utf-16" or "latin1" or "windows-1252"))
        {
            throw new ToolFailure($"'{parsed.GetValue(_encoding)}' is no encoding; use utf-8, utf-16, latin1 or windows-1252.");
        }

        if (parsed.GetValue(_dates) is { } pattern)
        {
            try
            {
                LocalDateTimePattern.CreateWithInvariantCulture(pattern);
            }
            catch (InvalidPatternException wrong)
            {
                throw new ToolFailure($"'{pattern}' is no date pattern: {wrong.Message}");
            }
        }

        return new PlanningFileOptions
        {
            Delimiter = delimiter[0],
            DecimalSeparator = fraction[0],
            Encoding = parsed.GetValue(_encoding)!,
            DatePattern = parsed.GetValue(_dates),
            Currency = Currency.TryFromCode(parsed.GetValue(_currency), out Currency currency) ? currency : throw new ToolFailure($"'{parsed.GetValue(_currency)}' is no ISO 4217 code; write three letters such as EUR."),
            Columns = Columns(parsed.GetValue(_columns) ?? []),
        };
    }

    public IReadOnlyList<DateInterval> Gaps(ParseResult parsed) => [.. (parsed.GetValue(_gap) ?? []).Select(text =>
        text.Split("..") is [var first, var last] && Day(first) is { } from && Day(last) is { } through && from <= through
            ? new DateInterval(from, through)
            : throw new ToolFailure($"'{text}' is no gap; write 2026-03-02..2026-03-15."))];

    public PlanningTable<PromotionRow>? Promotions(ParseResult parsed) =>
        parsed.GetValue(_promotions) is { } path ? PlanningFiles.PromotionsAsync(path, Files(parsed)).GetAwaiter().GetResult() : null;

    // Sales rows; a file without a single one is nothing to work with.
    public PlanningTable<SalesRow> Sales(ParseResult parsed)
    {
        PlanningTable<SalesRow> table = PlanningFiles.SalesAsync(SalesPath(parsed), Files(parsed)).GetAwaiter().GetResult();
        return table.Rows.Count > 0 ? table : throw new ToolFailure($"{table.FileName}: none of {table.Read} rows is readable.{(table.Rejected is [var first, ..] ? $" Line {first.Line}: {first.Remedy}" : string.Empty)}");
    }

    public static LocalDate? Day(string? text) => text is null ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } read ? read.Value : throw new ToolFailure($"'{text}' is no day; write 2026-11-24.");

    public static void Report<T>(TextWriter error, PlanningTable<T>? table)
    {
        if (table is not { Rejected.Count: > 0 })
        {
            return;
        }

        error.WriteLine($"{table.FileName}: {Tool.Count(table.Read)} rows read, {Tool.Count(table.Rows.Count)} accepted, {Tool.Count(table.Rejected.Count)} rejected");
        foreach (RejectedRow row in table.Rejected.Take(ShownRejections))
        {
            error.WriteLine($"  line {row.Line}: {row.Remedy} ({row.Code})");
        }

        if (table.Rejected.Count > ShownRejections)
        {
            error.WriteLine($"  and {Tool.Count(table.Rejected.Count - ShownRejections)} more");
        }
    }

    public static object ToJson<T>(PlanningTable<T> table) => new
    {
        File = table.FileName,
        table.Read,
        Accepted = table.Rows.Count,
        Rejected = table.Rejected.Select(r => new { r.Line, r.Code, r.Remedy }),
    };

    private static Dictionary<string, string> Columns(string[] texts)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string pair in texts.SelectMany(t => t.Split(',')))
        {
            int at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == pair.Length - 1)
            {
                throw new ToolFailure($"'{pair}' maps no column; write field=column, such as sku=StockCode.");
            }

            columns[pair[..at].Trim()] = pair[(at + 1)..].Trim();
        }

        return columns;
    }
}
