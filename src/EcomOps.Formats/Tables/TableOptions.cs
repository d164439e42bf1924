using EcomOps.Core;
using NodaTime;

namespace EcomOps.Formats.Tables;

/// <summary>How a file of rows is written. The defaults fit a plain CSV with the field names as its header, JSON lines and Parquet.</summary>
public sealed record TableOptions
{
    /// <summary>Cell delimiter of CSV; default comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Sign before the fraction of a number; default point.</summary>
    public char DecimalSeparator { get; init; } = '.';

    /// <summary>Encoding: utf-8 (default), utf-16, latin1 or windows-1252.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>NodaTime pattern of dates; null (the default) for <c>2026-11-24</c>, with or without a time after it.</summary>
    public string? DatePattern { get; init; }

    /// <summary>Currency of every amount; default EUR.</summary>
    public Currency Currency { get; init; } = Currency.Eur;

    /// <summary>Zone of times that name none, and of the business day; default UTC.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Names of columns that differ from the field's name, by field (<c>sku</c> to <c>StockCode</c>).</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
