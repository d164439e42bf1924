namespace EcomOps.Rules.Cel;

/// <summary>Family of a <see cref="CelType"/>.</summary>
public enum CelTypeKind
{
    /// <summary>Any type, known when it is evaluated.</summary>
    Dyn,

    /// <summary><c>null_type</c>.</summary>
    Null,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>64-bit signed integer.</summary>
    Int,

    /// <summary>64-bit unsigned integer.</summary>
    Uint,

    /// <summary>IEEE 754 binary64.</summary>
    Double,

    /// <summary>Text, a sequence of code points.</summary>
    String,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Instant of the years 1 to 9999.</summary>
    Timestamp,

    /// <summary>Elapsed time.</summary>
    Duration,

    /// <summary>List.</summary>
    List,

    /// <summary>Map.</summary>
    Map,

    /// <summary>Type as a value.</summary>
    Type,

    /// <summary>Optional value.</summary>
    Optional,

    /// <summary>Exact decimal of at most 28 digits; dialect.</summary>
    Decimal,

    /// <summary>Amount with currency; dialect.</summary>
    Money,

    /// <summary>Calendar day; dialect.</summary>
    Date,

    /// <summary>Item with declared fields; dialect.</summary>
    Record,

    /// <summary>Named list of texts; dialect.</summary>
    NamedList,

    /// <summary>Type known by its name and parameters only.</summary>
    Opaque,

    /// <summary>Type parameter of a function.</summary>
    Parameter,

    /// <summary>Result of an expression that was reported already; fits everything.</summary>
    Error,
}
