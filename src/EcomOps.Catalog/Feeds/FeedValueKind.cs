namespace EcomOps.Catalog.Feeds;

/// <summary>How the text of a feed attribute is to be read.</summary>
public enum FeedValueKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>An absolute http or https address.</summary>
    Link,

    /// <summary>One of the attribute's values.</summary>
    Choice,

    /// <summary>Amount, one space, ISO 4217 code: <c>15.00 USD</c>.</summary>
    Price,

    /// <summary>ISO 8601 day, or day and time with <c>Z</c> or an offset.</summary>
    Date,

    /// <summary>Two dates with a slash between them, the first before the second.</summary>
    DateRange,

    /// <summary>Number, one space, unit: <c>10.5 cm</c>.</summary>
    Measure,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>Several texts with colons between them: <c>month:12:19.90 USD</c>.</summary>
    Parts,

    /// <summary>A Global Trade Item Number.</summary>
    Gtin,
}
