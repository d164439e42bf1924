namespace EcomOps.Operations.Settings;

/// <summary>What a column of an order file can hold.</summary>
public enum OrderField
{
    /// <summary>Order or invoice number; required.</summary>
    OrderId,

    /// <summary>Stock-keeping unit; required.</summary>
    Sku,

    /// <summary>Units of the line, negative where the file writes returns so; required.</summary>
    Quantity,

    /// <summary>When the line was recorded; required.</summary>
    PlacedAt,

    /// <summary>Price of a unit as sold; required.</summary>
    UnitPrice,

    /// <summary>Description of the item.</summary>
    Title,

    /// <summary>Customer number; blank for a guest.</summary>
    CustomerId,

    /// <summary>Country of destination, as a name or a two-letter code.</summary>
    Country,

    /// <summary>ISO 4217 code of the price; without the column every price is in the shop's currency.</summary>
    Currency,

    /// <summary>Sales channel.</summary>
    Channel,

    /// <summary>State, province or region of destination.</summary>
    Region,

    /// <summary>Shipping tier that the customer chose.</summary>
    ShippingTier,

    /// <summary>What a promotion took off a unit.</summary>
    UnitDiscount,
}
