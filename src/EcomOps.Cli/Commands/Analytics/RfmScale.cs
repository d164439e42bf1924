using System.CommandLine;
using System.Globalization;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Segments;
using EcomOps.Cli.Commands.Rules;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Cli.Commands.Analytics;

// By which measure customers are scored, and on which earlier days too.
internal sealed class RfmScale
{
    private readonly Option<string?> _scoring = new("--scoring") { Description = "ntile, ordinalFloor, midrank, quantile or fixed. Without it: midrank, or fixed with --before or --cuts." };
    private readonly Option<string?> _cuts = new("--cuts") { Description = "Cut points for fixed scoring: days since the last order, orders, and sales, such as \"30,90,180,365;1,2,4,8;25,50,100,200\". Without it fixed scoring takes the fifths of the last day, and prints them." };
    private readonly Option<string[]> _before = new("--before") { Description = "Earlier days, such as 2026-10-31, from which moves between segments are shown.", AllowMultipleArgumentsPerToken = true };

    public void AddTo(Command command)
    {
        command.Add(_scoring);
        command.Add(_cuts);
        command.Add(_before);
    }

    public LocalDate[] Before(ParseResult parsed, LocalDate asOf)
    {
        LocalDate[] days = [.. (parsed.GetValue(_before) ?? []).Select(text => LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : throw new ToolFailure($"--before: '{text}' is no day; write 2026-10-31.")).Distinct().Order()];
        return days.FirstOrDefault(d => d >= asOf) is var late && late != default
            ? throw new ToolFailure($"--before: {late:uuuu-MM-dd} is not before {asOf:uuuu-MM-dd}, the day of scoring; give an earlier day or a later --as-of.") : days;
    }

    public RfmOptions Options(ParseResult parsed, CustomerOrders orders, LocalDate asOf)
    {
        string? name = parsed.GetValue(_scoring), cuts = parsed.GetValue(_cuts);
        bool compares = parsed.GetValue(_before) is { Length: > 0 };
        RfmScoring mode = name is null ? compares || cuts is not null ? RfmScoring.Fixed : RfmScoring.Midrank
            : Enum.TryParse(name, ignoreCase: true, out RfmScoring known) && Enum.IsDefined(known) && !char.IsAsciiDigit(name[0]) ? known
            : throw new ToolFailure($"'{name}' is no scoring; use ntile, ordinalFloor, midrank, quantile or fixed.");
        if (mode != RfmScoring.Fixed)
        {
            return cuts is null ? new RfmOptions { Scoring = mode } : throw new ToolFailure("--cuts goes with fixed scoring only; leave out --scoring or the cuts.");
        }

        if (cuts is not null)
        {
            return new RfmOptions { Scoring = mode, Cuts = Parse(cuts) };
        }

        RfmScores fifths = Rfm.Score(orders, asOf, new RfmOptions { Scoring = RfmScoring.Quantile });
        return fifths.Count > 0 ? new RfmOptions { Scoring = mode, Cuts = fifths.QuantileCuts() } : throw new ToolFailure($"Nobody had ordered by {asOf:uuuu-MM-dd}; give a later --as-of.");
    }

    // As --cuts takes them, so that the next report can use the same.
    public static string Text(RfmCuts cuts) => string.Join(';',
        string.Join(',', cuts.RecencyDays.Select(d => d.ToString(CultureInfo.InvariantCulture))),
        string.Join(',', cuts.Frequency.Select(f => f.ToString(CultureInfo.InvariantCulture))),
        string.Join(',', cuts.Monetary.Select(m => m.ToString("0.######", CultureInfo.InvariantCulture))));

    private static RfmCuts Parse(string text)
    {
        string[][] lists = [.. text.Split(';').Select(l => l.Split(',', StringSplitOptions.TrimEntries))];
        decimal[][] numbers = [.. lists.Select(l => l.Select(n => decimal.TryParse(n, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal number) ? number : throw new ToolFailure($"--cuts: '{n}' is no number; write \"30,90,180,365;1,2,4,8;25,50,100,200\".")).ToArray())];
        bool sound = numbers.Length == 3 && numbers.All(n => n.Length == 4 && Enumerable.Range(1, n.Length - 1).All(i => n[i - 1] <= n[i])) && numbers[0].Concat(numbers[1]).All(n => n == decimal.Truncate(n) && Math.Abs(n) <= int.MaxValue);
        return sound ? new RfmCuts([.. numbers[0].Select(n => (int)n)], [.. numbers[1].Select(n => (int)n)], numbers[2])
            : throw new ToolFailure("--cuts needs three lists of four rising numbers with ';' between, days and orders whole: \"30,90,180,365;1,2,4,8;25,50,100,200\".");
    }
}
