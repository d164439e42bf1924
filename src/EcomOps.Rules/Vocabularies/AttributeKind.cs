namespace EcomOps.Rules.Vocabularies;

/// <summary>Family of an attribute's type.</summary>
public enum AttributeKind
{
    /// <summary>True or false.</summary>
    Bool,

    /// <summary>64-bit integer.</summary>
    Int,

    /// <summary>Binary floating point.</summary>
    Double,

    /// <summary>Exact decimal of at most 28 digits.</summary>
    Decimal,

    /// <summary>Amount with currency.</summary>
    Money,

    /// <summary>Any text.</summary>
    String,

    /// <summary>One of several texts.</summary>
    Enum,

    /// <summary>Calendar day.</summary>
    Date,

    /// <summary>Instant.</summary>
    Timestamp,

    /// <summary>Elapsed time.</summary>
    Duration,

    /// <summary>List of values of one type.</summary>
    List,

    /// <summary>Map from text to values of one type.</summary>
    Map,

    /// <summary>Structured item of a list, with fields of its own.</summary>
    Record,
}
