namespace EcomOps.Analytics.Events.Validation.Internal;

/// <summary>How the value of a known name is judged.</summary>
internal enum Ga4Meaning : byte
{
    /// <summary>A text, number or boolean without a rule of its own.</summary>
    Ordinary,

    /// <summary>Reserved where it stands.</summary>
    Reserved,

    /// <summary>A number.</summary>
    Amount,

    /// <summary>The value of the event.</summary>
    Value,

    /// <summary>An ISO 4217 code.</summary>
    Currency,

    /// <summary>The order number.</summary>
    Transaction,

    /// <summary>What was searched for.</summary>
    SearchTerm,

    /// <summary>The session.</summary>
    Session,

    /// <summary>The time of engagement.</summary>
    Engagement,

    /// <summary>The items of an event.</summary>
    Items,

    /// <summary>The price of an item.</summary>
    Price,

    /// <summary>The quantity of an item.</summary>
    Quantity,

    /// <summary>A name or id of an item.</summary>
    ItemName,

    /// <summary>The address of the page.</summary>
    PageLocation,

    /// <summary>The page before.</summary>
    PageReferrer,

    /// <summary>The title of the page.</summary>
    PageTitle,
}
