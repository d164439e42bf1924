using System.Globalization;
using EcomOps.Core;
using EcomOps.Formats.Orders;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Formats.Tables.Internal;

/// <summary>The cells of one row by field; collects every problem of the row.</summary>
internal sealed class TableCells
{
    private const decimal Largest = 1_000_000_000_000m;
    private const long LargestUnits = 1_000_000_000;

    private readonly TableSource _source;
    private readonly Dictionary<string, string> _columns;
    private readonly NumberFormatInfo _numbers;
    private readonly LocalDateTimePattern? _dates;
    private readonly DateTimeZone _zone;

    internal TableCells(TableSource source, Dictionary<string, string> columns, TableOptions options)
    {
        (_source, _columns, _zone) = (source, columns, options.Zone);
        _numbers = new NumberFormatInfo { NumberDecimalSeparator = source is CsvSource ? options.DecimalSeparator.ToString() : "." };
        _dates = options.DatePattern is { } pattern ? LocalDateTimePattern.CreateWithInvariantCulture(pattern) : null;
    }

    internal long Line => _source.Line;

    internal List<(string Code, string Remedy)> Problems { get; } = [];

    internal void Reject(string code, string remedy) => Problems.Add((code, remedy));

    internal bool Has(string field) => _columns.ContainsKey(field);

    internal string Text(string field) => _columns.TryGetValue(field, out string? column) ? _source.Text(column) : string.Empty;

    internal string? TextOrNull(string field) => Text(field) is { Length: > 0 } text ? text : null;

    internal string Required(string field)
    {
        string text = Text(field);
        if (text.Length == 0)
        {
            Reject("missing_" + field, $"{field} is blank; fill it in.");
        }

        return text;
    }

    internal Sku Sku(string field)
    {
        string text = Text(field);
        if (text.Length == 0)
        {
            Reject(RejectionCodes.MissingSku, $"{field} is blank; fill it in.");
        }
        else if (!Core.Sku.IsValid(text))
        {
            Reject(RejectionCodes.BadSku, $"'{Short(text)}' is longer than {Core.Sku.MaximumLength} characters or holds control characters; correct it.");
        }

        return Problems.Count == 0 ? new Sku(text) : default;
    }

    // Whole units; a fraction of zeros is allowed, because spreadsheets write it.
    internal long? Units(string field, long least = -LargestUnits)
    {
        string text = Text(field);
        if (text.Length == 0)
        {
            return null;
        }

        if (TryNumber(text, out decimal value) && decimal.Truncate(value) == value && value >= least && value <= LargestUnits)
        {
            return (long)value;
        }

        Reject(field == "quantity" ? RejectionCodes.BadQuantity : "bad_" + field, $"{field} '{Short(text)}' is no whole number from {least:N0} to {LargestUnits:N0}; correct it{(field == "quantity" ? string.Empty : ", or leave it blank")}.");
        return null;
    }

    internal decimal? Number(string field, decimal least = 0, decimal most = Largest)
    {
        string text = Text(field);
        if (text.Length == 0)
        {
            return null;
        }

        if (TryNumber(text, out decimal value) && value >= least && value <= most)
        {
            return value;
        }

        Reject("bad_" + field, $"{field} '{Short(text)}' is no number from {least:#,0.######} to {most:#,0.######} with '{_numbers.NumberDecimalSeparator}' before its fraction; correct it.");
        return null;
    }

    internal LocalDate? Day(string field)
    {
        string text = Text(field);
        if (text.Length == 0)
        {
            return null;
        }

        bool read;
        LocalDate day = default;
        if (_dates is not null)
        {
            read = _dates.Parse(text).TryGetValue(default, out LocalDateTime moment);
            day = moment.Date;
        }
        else
        {
            read = (text.Length == 10 || (text.Length > 10 && text[10] is 'T' or ' ')) && LocalDatePattern.Iso.Parse(text[..10]).TryGetValue(default, out day);
        }

        if (read && day.Year is >= 1970 and <= 2199)
        {
            return day;
        }

        Reject(RejectionCodes.BadDate, $"{field} '{Short(text)}' is no day of the years 1970 to 2199 as {_dates?.PatternText ?? "2026-11-24"}; correct it, or name the pattern.");
        return null;
    }

    // An instant with Z or an offset, or a local time of the zone; a day alone is its midnight. Times that a clock change skips or repeats are mapped leniently.
    internal Instant? Moment(string field)
    {
        string text = Text(field);
        if (text.Length == 0)
        {
            return null;
        }

        if (_dates is null && text.Length > 10 && OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } exact && exact.Value.Year is >= 1970 and <= 2199)
        {
            return exact.Value.ToInstant();
        }

        LocalDateTime local = default;
        bool read = _dates is not null ? _dates.Parse(text).TryGetValue(default, out local) : TryLocal(text, out local);
        if (read && local.Year is >= 1970 and <= 2199)
        {
            return local.InZoneLeniently(_zone).ToInstant();
        }

        Reject(RejectionCodes.BadDate, $"{field} '{Short(text)}' is no time of the years 1970 to 2199 as {_dates?.PatternText ?? "2026-11-24T10:15:00Z, 2026-11-24 10:15 or 2026-11-24"}; correct it, or name the pattern.");
        return null;
    }

    internal T Needed<T>(string field, T? value)
        where T : struct
    {
        if (value is null && Text(field).Length == 0)
        {
            Reject("missing_" + field, $"{field} is blank; fill it in.");
        }

        return value ?? default;
    }

    private static bool TryLocal(string text, out LocalDateTime local)
    {
        if (text.Length == 10 && LocalDatePattern.Iso.Parse(text).TryGetValue(default, out LocalDate day))
        {
            local = day.AtMidnight();
            return true;
        }

        string iso = text.Length > 10 && text[10] == ' ' ? $"{text[..10]}T{text[11..]}" : text;
        return LocalDateTimePattern.ExtendedIso.Parse(iso.Length == 16 ? iso + ":00" : iso).TryGetValue(default, out local);
    }

    private bool TryNumber(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, _numbers, out value) && Math.Abs(value) <= Largest;

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
