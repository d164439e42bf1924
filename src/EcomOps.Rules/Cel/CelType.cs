using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Cel;

/// <summary>A type of the expression language.</summary>
/// <remarks>Equal by content, immutable, thread-safe. As a value of an expression it is compared by name only: <c>type([1]) == list</c>.</remarks>
public sealed class CelType : IEquatable<CelType>
{
    internal CelType(CelTypeKind kind, string name, params ValueList<CelType> parameters)
    {
        Kind = kind;
        Name = name;
        Parameters = parameters;
    }

    /// <summary>Any type.</summary>
    public static CelType Dyn { get; } = new(CelTypeKind.Dyn, "dyn");

    /// <summary>Type of <c>null</c>.</summary>
    public static CelType Null { get; } = new(CelTypeKind.Null, "null_type");

    /// <summary>True or false.</summary>
    public static CelType Bool { get; } = new(CelTypeKind.Bool, "bool");

    /// <summary>64-bit signed integer.</summary>
    public static CelType Int { get; } = new(CelTypeKind.Int, "int");

    /// <summary>64-bit unsigned integer.</summary>
    public static CelType Uint { get; } = new(CelTypeKind.Uint, "uint");

    /// <summary>IEEE 754 binary64.</summary>
    public static CelType Double { get; } = new(CelTypeKind.Double, "double");

    /// <summary>Text.</summary>
    public static CelType String { get; } = new(CelTypeKind.String, "string");

    /// <summary>Bytes.</summary>
    public static CelType Bytes { get; } = new(CelTypeKind.Bytes, "bytes");

    /// <summary>Instant.</summary>
    public static CelType Timestamp { get; } = new(CelTypeKind.Timestamp, "google.protobuf.Timestamp");

    /// <summary>Elapsed time.</summary>
    public static CelType Duration { get; } = new(CelTypeKind.Duration, "google.protobuf.Duration");

    /// <summary>Exact decimal.</summary>
    public static CelType Decimal { get; } = new(CelTypeKind.Decimal, "decimal");

    /// <summary>Amount with currency.</summary>
    public static CelType Money { get; } = new(CelTypeKind.Money, "money");

    /// <summary>Calendar day.</summary>
    public static CelType Date { get; } = new(CelTypeKind.Date, "date");

    /// <summary>Family.</summary>
    public CelTypeKind Kind { get; }

    /// <summary>Name without parameters, as <c>type(x)</c> gives it.</summary>
    public string Name { get; }

    /// <summary>Type parameters: element of a list, key and value of a map, and so on.</summary>
    public ValueList<CelType> Parameters { get; }

    internal static CelType NamedList { get; } = new(CelTypeKind.NamedList, "list of texts");

    internal static CelType Error { get; } = new(CelTypeKind.Error, "(error)");

    internal static CelType AnyList { get; } = ListOf(Dyn);

    internal static CelType AnyMap { get; } = MapOf(Dyn, Dyn);

    internal static CelType AnyType { get; } = TypeOf(Dyn);

    internal static CelType AnyOptional { get; } = OptionalOf(Dyn);

    internal Vocabulary? Fields { get; private init; }

    /// <summary>Dotted beginning of the fields' paths, for a group of fields inside an item; empty for the item.</summary>
    internal string Prefix { get; private init; } = string.Empty;

    /// <summary>A list.</summary>
    /// <param name="element">Type of the elements.</param>
    /// <returns>The type.</returns>
    public static CelType ListOf(CelType element) => new(CelTypeKind.List, "list", element);

    /// <summary>A map.</summary>
    /// <param name="key">Type of the keys: int, uint, bool, string or dyn.</param>
    /// <param name="value">Type of the values.</param>
    /// <returns>The type.</returns>
    public static CelType MapOf(CelType key, CelType value) => new(CelTypeKind.Map, "map", key, value);

    /// <summary>An optional.</summary>
    /// <param name="value">Type of the value.</param>
    /// <returns>The type.</returns>
    public static CelType OptionalOf(CelType value) => new(CelTypeKind.Optional, "optional_type", value);

    /// <summary>The type of a type.</summary>
    /// <param name="described">The type that the value names.</param>
    /// <returns>The type.</returns>
    public static CelType TypeOf(CelType described) => new(CelTypeKind.Type, "type", described);

    /// <summary>A type that expressions only pass on.</summary>
    /// <param name="name">Name.</param>
    /// <param name="parameters">Type parameters.</param>
    /// <returns>The type.</returns>
    public static CelType Opaque(string name, params IEnumerable<CelType> parameters) => new(CelTypeKind.Opaque, name, parameters.ToValueList());

    /// <summary>A type parameter of a function's signature.</summary>
    /// <param name="name">Name, for example <c>T</c>.</param>
    /// <returns>The type.</returns>
    public static CelType Parameter(string name) => new(CelTypeKind.Parameter, name);

    /// <summary>Reads a type as <see cref="ToString"/> writes it; single capitals are type parameters.</summary>
    /// <param name="text">For example <c>map(string, list(int))</c>.</param>
    /// <returns>The type.</returns>
    /// <exception cref="FormatException">The text is no type.</exception>
    public static CelType Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Internal.Types.TypeText.Parse(text);
    }

    /// <inheritdoc />
    public bool Equals(CelType? other) => other is not null && Kind == other.Kind && Name == other.Name && Prefix == other.Prefix
        && Parameters.Equals(other.Parameters) && ReferenceEquals(Fields, other.Fields);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as CelType);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Name, Parameters.Count);

    /// <summary>The type as declarations write it.</summary>
    /// <returns>For example <c>map(string, list(int))</c>.</returns>
    public override string ToString() => Kind switch
    {
        CelTypeKind.Timestamp => "timestamp",
        CelTypeKind.Duration => "duration",
        CelTypeKind.Parameter => "dyn",
        _ when Parameters.Count > 0 => $"{Name}({string.Join(", ", Parameters)})",
        _ => Name,
    };

    internal static CelType Record(Vocabulary fields, string prefix = "") =>
        new(CelTypeKind.Record, prefix.Length == 0 ? fields.Name : $"{fields.Name}.{prefix}") { Fields = fields, Prefix = prefix };

    internal static CelType Of(AttributeType type) => type.Kind switch
    {
        AttributeKind.Bool => Bool,
        AttributeKind.Int => Int,
        AttributeKind.Double => Double,
        AttributeKind.Decimal => Decimal,
        AttributeKind.Money => Money,
        AttributeKind.Date => Date,
        AttributeKind.Timestamp => Timestamp,
        AttributeKind.Duration => Duration,
        AttributeKind.List => ListOf(Of(type.Element!)),
        AttributeKind.Map => MapOf(String, Of(type.Element!)),
        AttributeKind.Record => Record(type.Fields!),
        _ => String,
    };
}
