namespace EcomOps.Formats.Orders;

/// <summary>Codes of <c>rejected.csv</c>; they are stable.</summary>
public static class RejectionCodes
{
    /// <summary>The row has more or fewer cells than the header.</summary>
    public const string WrongColumnCount = "wrong_column_count";

    /// <summary>The row holds bytes that are no text in the file's encoding.</summary>
    public const string BrokenEncoding = "broken_encoding";

    /// <summary>A quoted cell is not closed.</summary>
    public const string UnclosedQuote = "unclosed_quote";

    /// <summary>The row is longer than <see cref="OrderFile.LongestRow"/> bytes.</summary>
    public const string RowTooLong = "row_too_long";

    /// <summary>The compressed file ends in the middle or is damaged from here on.</summary>
    public const string TruncatedGzip = "truncated_gzip";

    /// <summary>The order number is blank.</summary>
    public const string MissingOrderId = "missing_order_id";

    /// <summary>The stock code is blank.</summary>
    public const string MissingSku = "missing_sku";

    /// <summary>The stock code is longer than a SKU may be or holds control characters.</summary>
    public const string BadSku = "bad_sku";

    /// <summary>The quantity is no whole number, or beyond plus or minus 1,000,000,000.</summary>
    public const string BadQuantity = "bad_quantity";

    /// <summary>The date does not follow the date pattern, or lies outside the years 1970 to 2199.</summary>
    public const string BadDate = "bad_date";

    /// <summary>The unit price is no number, or beyond plus or minus 1,000,000,000,000.</summary>
    public const string BadPrice = "bad_price";

    /// <summary>The discount is no number, negative, or above 1,000,000,000,000.</summary>
    public const string BadDiscount = "bad_discount";

    /// <summary>The currency is no ISO 4217 code.</summary>
    public const string UnknownCurrency = "unknown_currency";

    /// <summary>The currency is not the shop's, and amounts are not converted.</summary>
    public const string ForeignCurrency = "foreign_currency";
}
