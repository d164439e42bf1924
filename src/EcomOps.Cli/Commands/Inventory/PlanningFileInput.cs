using System.CommandLine;
using EcomOps.Cli.Commands.Files;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Formats.Planning;
using EcomOps.Formats.Tables;
using EcomOps.Inventory.Demand;
using EcomOps.Operations.Importing;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Cli.Commands.Inventory;

// The options that forecast and plan share, and the sales that they lead to.
internal sealed class PlanningFileInput
{
    private readonly Argument<string> _sales = new("sales") { Description = "CSV with the columns sku, date (2026-11-24) and quantity, and location where there are several." };
    private readonly TableFileInput _files = new();
    private readonly Option<string?> _from = new("--from") { Description = "First day that the sales records cover. Without it: the day of the first sale in the file." };
    private readonly Option<string[]> _gap = new("--gap") { Description = "Days without records, such as 2026-03-02..2026-03-15; their periods are missing and not zero. May be repeated.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _promotions = new("--promotions") { Description = "CSV with from, through, uplift (1.8 for 80 % more) and, where they are not for all, sku and location. Past ones are taken out of the history, planned ones lift the forecast." };
    private readonly Option<string?> _chart = new("--chart") { Description = "Write a picture, .svg or .png." };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON." };

    public void AddTo(Command command)
    {
        command.Add(_sales);
        foreach (Option option in (ReadOnlySpan<Option>)[_promotions, _from, _gap, _chart])
        {
            command.Add(option);
        }

        _files.AddTo(command);
        command.Add(_json);
    }

    public string SalesPath(ParseResult parsed) => parsed.GetValue(_sales)!;

    public string? Chart(ParseResult parsed) => parsed.GetValue(_chart);

    public bool IsStrict(ParseResult parsed) => _files.IsStrict(parsed);

    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    public LocalDate? From(ParseResult parsed) => Day(parsed.GetValue(_from));

    public TableOptions Files(ParseResult parsed) => _files.Options(parsed);

    public IReadOnlyList<DateInterval> Gaps(ParseResult parsed) => [.. (parsed.GetValue(_gap) ?? []).Select(text =>
        text.Split("..") is [var first, var last] && Day(first) is { } from && Day(last) is { } through && from <= through
            ? new DateInterval(from, through)
            : throw new ToolFailure($"'{text}' is no gap; write 2026-03-02..2026-03-15."))];

    public TableRows<PromotionRow>? Promotions(ParseResult parsed) =>
        parsed.GetValue(_promotions) is { } path ? PlanningFiles.PromotionsAsync(path, Files(parsed)).GetAwaiter().GetResult() : null;

    public TableRows<SalesRow> Sales(ParseResult parsed) => TableFileInput.Readable(PlanningFiles.SalesAsync(SalesPath(parsed), Files(parsed)));

    public static LocalDate? Day(string? text) => text is null ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } read ? read.Value : throw new ToolFailure($"'{text}' is no day; write 2026-11-24.");

    public static void Report<T>(TextWriter error, TableRows<T>? table)
    {
        if (table is not null)
        {
            TableFileInput.Report(error, table);
        }
    }

    public static object ToJson<T>(TableRows<T> table) => new
    {
        File = table.FileName,
        table.Read,
        Accepted = table.Rows.Count,
        Rejected = table.Rejected.Select(r => new { r.Line, r.Code, r.Remedy }),
    };
}
