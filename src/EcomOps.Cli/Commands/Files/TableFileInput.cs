using System.CommandLine;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Formats.Tables;
using EcomOps.Operations.Importing;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Cli.Commands.Files;

// How the files of a command are written, and what is said of rows that cannot be read.
internal sealed class TableFileInput
{
    private const int ShownRejections = 20;

    private readonly Option<string[]> _columns = new("--columns") { Description = "Names of columns, such as date=InvoiceDate,sku=StockCode; for every file of the command.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> _delimiter = new("--delimiter") { Description = "Between cells: ',', ';', '|' or tab.", DefaultValueFactory = _ => "," };
    private readonly Option<string> _decimals = new("--decimal") { Description = "Sign before a fraction: '.' or ','.", DefaultValueFactory = _ => "." };
    private readonly Option<string?> _dates = new("--date-pattern") { Description = "NodaTime pattern of dates, such as dd/MM/uuuu. Without it: 2026-11-24, with or without a time." };
    private readonly Option<string> _encoding = new("--encoding") { Description = "utf-8, utf-16, latin1 or windows-1252.", DefaultValueFactory = _ => "utf-8" };
    private readonly Option<string> _currency = new("--currency") { Description = "Currency of every amount.", DefaultValueFactory = _ => "EUR" };
    private readonly Option<string> _zone = new("--zone") { Description = "IANA zone of the business day, such as Europe/Amsterdam.", DefaultValueFactory = _ => "UTC" };
    private readonly Option<bool> _strict = new("--strict") { Description = "Exit code 1 when a row was rejected." };

    public void AddTo(Command command)
    {
        foreach (Option option in (ReadOnlySpan<Option>)[_columns, _delimiter, _decimals, _dates, _encoding, _currency, _zone, _strict])
        {
            command.Add(option);
        }
    }

    public bool IsStrict(ParseResult parsed) => parsed.GetValue(_strict);

    public TableOptions Options(ParseResult parsed)
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

        return new TableOptions
        {
            Delimiter = delimiter[0],
            DecimalSeparator = fraction[0],
            Encoding = parsed.GetValue(_encoding)!,
            DatePattern = parsed.GetValue(_dates),
            Currency = Currency.TryFromCode(parsed.GetValue(_currency), out Currency currency) ? currency : throw new ToolFailure($"'{parsed.GetValue(_currency)}' is no ISO 4217 code; write three letters such as EUR."),
            Zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(parsed.GetValue(_zone)!) ?? throw new ToolFailure($"'{parsed.GetValue(_zone)}' is no IANA zone; write one such as Europe/Amsterdam."),
            Columns = Columns(parsed.GetValue(_columns) ?? []),
        };
    }

    // Rows; a file without a single readable one is nothing to work with.
    public static TableRows<T> Readable<T>(Task<TableRows<T>> reading)
    {
        TableRows<T> table = reading.GetAwaiter().GetResult();
        return table.Rows.Count > 0 ? table : table.Read == 0 ? throw new ToolFailure($"{table.FileName} holds a header and no row; name a file with rows.") : throw new ToolFailure($"{table.FileName}: {(table.Read == 1 ? "the only row is not" : $"none of {Tool.Count(table.Read)} rows is")} readable.{(table.Rejected is [var first, ..] ? $" Line {first.Line}: {first.Remedy}" : string.Empty)}");
    }

    public static void Report<T>(TextWriter error, TableRows<T> table)
    {
        if (table.Rejected.Count == 0)
        {
            return;
        }

        error.WriteLine($"{table.FileName}: {Tool.Count(table.Read, "row")} read, {Tool.Count(table.Rows.Count)} accepted, {Tool.Count(table.Rejected.Count)} rejected");
        foreach (RejectedRow row in table.Rejected.Take(ShownRejections))
        {
            error.WriteLine($"  line {row.Line}: {row.Remedy} ({row.Code})");
        }

        if (table.Rejected.Count > ShownRejections)
        {
            error.WriteLine($"  and {Tool.Count(table.Rejected.Count - ShownRejections)} more");
        }
    }

    public int ExitCode<T>(ParseResult parsed, params TableRows<T>[] tables) => IsStrict(parsed) && tables.Any(t => t.Rejected.Count > 0) ? Tool.Findings : Tool.Fine;

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
