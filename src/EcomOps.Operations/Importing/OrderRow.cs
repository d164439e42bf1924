using NodaTime;

namespace EcomOps.Operations.Importing;

/// <summary>A row of an order file that could be read, as it was written: no rule has been applied to it yet.</summary>
/// <param name="Line">Line of the file on which the row begins; the header is line 1.</param>
/// <param name="OrderId">Order or invoice number, white space at the ends cut.</param>
/// <param name="StockCode">Stock code as written, white space at the ends cut.</param>
/// <param name="Quantity">Units; negative where the file writes returns and corrections so.</param>
/// <param name="PlacedAt">Local time as written, in the shop's zone.</param>
/// <param name="UnitPrice">Price of a unit in the shop's currency, exact; may be zero or negative.</param>
/// <remarks>Texts that are blank in the file are null. Immutable and thread-safe.</remarks>
public sealed record OrderRow(long Line, string OrderId, string StockCode, long Quantity, LocalDateTime PlacedAt, decimal UnitPrice)
{
    /// <summary>Description, white space at the ends cut; null if blank.</summary>
    public string? Title { get; init; }

    /// <summary>Customer number; null for a guest.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Country as written; null if blank.</summary>
    public string? Country { get; init; }

    /// <summary>Sales channel; null if blank or without a column.</summary>
    public string? Channel { get; init; }

    /// <summary>State, province or region; null if blank or without a column.</summary>
    public string? Region { get; init; }

    /// <summary>Shipping tier; null if blank or without a column.</summary>
    public string? ShippingTier { get; init; }

    /// <summary>What a promotion took off a unit, in the shop's currency; null if blank or without a column.</summary>
    public decimal? UnitDiscount { get; init; }
}
