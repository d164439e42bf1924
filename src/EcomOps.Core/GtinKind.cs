namespace EcomOps.Core;

/// <summary>What the prefix of a GTIN says it identifies.</summary>
public enum GtinKind
{
    /// <summary>An ordinary trade item.</summary>
    TradeItem,

    /// <summary>A book (prefix 978 or 979): the number is an ISBN-13.</summary>
    Book,

    /// <summary>Sheet music (prefix 9790): the number is an ISMN.</summary>
    SheetMusic,

    /// <summary>A serial publication (prefix 977): the number carries an ISSN.</summary>
    Serial,

    /// <summary>Restricted circulation: meaningful inside one company only.</summary>
    Restricted,

    /// <summary>A coupon or refund receipt.</summary>
    Coupon,

    /// <summary>A variable-measure item (package indicator 9).</summary>
    VariableMeasure,
}
