namespace EcomOps.Core;

/// <summary>How the digits of a product code are to be read.</summary>
public enum GtinSymbology
{
    /// <summary>As a GTIN of 8, 12, 13 or 14 digits.</summary>
    Gtin,

    /// <summary>As a zero-suppressed UPC-E of 8 digits, which expands to a GTIN-12. An 8-digit text is a GTIN-8 unless the caller says so.</summary>
    UpcE,

    /// <summary>As an ISBN-10, which becomes a GTIN-13 with prefix 978.</summary>
    Isbn10,
}
