using EcomOps.Core;

namespace EcomOps.Formats.Planning;

/// <summary>How the files of forecasts and plans are written. The defaults fit a plain CSV with the field names as its header.</summary>
public sealed record PlanningFileOptions
{
    /// <summary>Cell delimiter; default comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Sign before the fraction of a number; default point.</summary>
    public char DecimalSeparator { get; init; } = '.';

    /// <summary>Encoding: utf-8 (default), utf-16, latin1 or windows-1252.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>NodaTime pattern of dates; null (the default) for <c>2026-11-24</c>, with or without a time after it.</summary>
    public string? DatePattern { get; init; }

    /// <summary>Currency of every amount; default EUR.</summary>
    public Currency Currency { get; init; } = Currency.Eur;

    /// <summary>Names of columns that differ from the field's name, by field (<c>sku</c> to <c>StockCode</c>).</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
