using System.Globalization;
using EcomOps.Core;
using EcomOps.Operations.Documents;
using NodaTime;

namespace EcomOps.Operations.Artefacts;

/// <summary>How figures are written in documents (grouped, rounded) and in tables for machines (plain).</summary>
internal static class Wording
{
    internal const string None = "–";

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    internal static string Money(Money value) => $"{value.Round(MoneyRounding.HalfEven).Amount.ToString("N" + value.Currency.MinorUnits.ToString(Invariant), Invariant)} {value.Currency}";

    internal static string Money(Money? value) => value is { } v ? Money(v) : None;

    internal static string WholeMoney(Money value) => $"{decimal.Round(value.Amount, 0, MidpointRounding.ToEven).ToString("N0", Invariant)} {value.Currency}";

    internal static string WholeMoney(Money? value) => value is { } v ? WholeMoney(v) : None;

    internal static string Number(long value) => value.ToString("N0", Invariant);

    internal static string Number(double value, int digits = 1) => WithoutNegativeZero(value, digits).ToString("N" + digits.ToString(Invariant), Invariant);

    internal static string Number(double? value, int digits = 1) => value is { } v ? Number(v, digits) : None;

    internal static string Percent(double? share, int digits = 1) => share is { } v ? Number(v * 100, digits) + " %" : None;

    internal static string PValue(double p) => p < 0.001 ? "p below 0.001" : "p = " + Number(p, 3);

    internal static string Change(double? change) => change is { } v ? (v >= 0 ? "+" : "−") + Percent(Math.Abs(v)) : None;

    internal static string Day(LocalDate day) => day.ToString("d MMMM uuuu", Invariant);

    internal static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", Invariant);

    internal static string Month(YearMonth month) => month.ToString("MMMM uuuu", Invariant);

    internal static string Iso(YearMonth month) => month.ToString("uuuu-MM", Invariant);

    internal static string Plain(decimal value) => value.ToString("0.############################", Invariant);

    internal static string Plain(double value) => value.ToString("0.######", Invariant);

    internal static string Plain(double? value) => value is { } v ? Plain(v) : string.Empty;

    internal static string Plain(long value) => value.ToString(Invariant);

    internal static string Plain(Money? value) => value is { } v ? Plain(v.Amount) : string.Empty;

    internal static string Count(long count, string singular, string? plural = null) => $"{Number(count)} {(count == 1 ? singular : plural ?? singular + "s")}";

    internal static string Enumerate(IReadOnlyList<string> items, string conjunction = "and") => items.Count switch
    {
        0 => "none",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + $" {conjunction} " + items[^1],
    };

    internal static Table Table(string caption, string columns, IEnumerable<IReadOnlyList<string>> rows) =>
        new(caption, [.. columns.Split('|').Select(c => c.EndsWith('#') ? new Column(c[..^1], true) : new Column(c))], [.. rows]);

    internal static double? Ratio(decimal numerator, decimal denominator) => denominator == 0 ? null : (double)(numerator / denominator);

    internal static double? Ratio(Money numerator, Money denominator) => Ratio(numerator.Amount, denominator.Amount);

    internal static double? Growth(Money? now, Money? before) => now is { } n && before is { } b ? Growth((double)n.Amount, (double)b.Amount) : null;

    internal static double? Growth(double? now, double? before) => now is { } n && before is { } b && b != 0 ? (n - b) / Math.Abs(b) : null;

    private static double WithoutNegativeZero(double value, int digits) => Math.Round(value, digits) == 0 ? 0 : value;
}
