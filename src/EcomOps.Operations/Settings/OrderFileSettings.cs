namespace EcomOps.Operations.Settings;

/// <summary>How the shop's order file is written.</summary>
/// <remarks>Immutable and thread-safe; equality is by reference of the column list.</remarks>
public sealed record OrderFileSettings
{
    /// <summary>ISO style, to the second: <c>2011-12-09 12:50:00</c>.</summary>
    public const string DefaultDatePattern = "uuuu-MM-dd HH:mm:ss";

    /// <summary>Character between cells; a comma by default.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Character before the fraction of a number; a point by default. Thousands are never grouped.</summary>
    public char DecimalSeparator { get; init; } = '.';

    /// <summary>Name of the encoding: <c>utf-8</c> (default), <c>utf-16</c>, <c>latin1</c> or <c>windows-1252</c>.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>NodaTime pattern of local dates and times; default <see cref="DefaultDatePattern"/>. A date alone means the start of the day.</summary>
    public string DatePattern { get; init; } = DefaultDatePattern;

    /// <summary>Name of the column that holds a field, as in the header line, compared without regard to case; the five required fields are always there.</summary>
    public IReadOnlyDictionary<OrderField, string> Columns { get; init; } = new Dictionary<OrderField, string>
    {
        [OrderField.OrderId] = "order_id",
        [OrderField.Sku] = "sku",
        [OrderField.Quantity] = "quantity",
        [OrderField.PlacedAt] = "placed_at",
        [OrderField.UnitPrice] = "unit_price",
        [OrderField.Title] = "title",
        [OrderField.CustomerId] = "customer_id",
        [OrderField.Country] = "country",
    };

    /// <summary>Whether stock codes are compared in upper case, because the source writes one code in both cases; true by default. White space at the ends is always cut.</summary>
    public bool UpperCaseSkus { get; init; } = true;
}
