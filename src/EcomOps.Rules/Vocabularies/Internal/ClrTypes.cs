using EcomOps.Core;
using NodaTime;

namespace EcomOps.Rules.Vocabularies.Internal;

internal static class ClrTypes
{
    public static AttributeType TypeOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(bool) => AttributeType.Bool,
            _ when type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte) => AttributeType.Int,
            _ when type == typeof(double) || type == typeof(float) => AttributeType.Double,
            _ when type == typeof(decimal) => AttributeType.Decimal,
            _ when type == typeof(string) || type == typeof(Sku) || type == typeof(CountryCode) => AttributeType.String,
            _ when type == typeof(Money) => AttributeType.Money,
            _ when type == typeof(LocalDate) => AttributeType.Date,
            _ when type == typeof(Instant) => AttributeType.Timestamp,
            _ when type == typeof(Duration) => AttributeType.Duration,
            _ => throw new ArgumentException($"Items of type {type.Name} cannot be facts; declare structured items with Items(...).", nameof(type)),
        };
    }

    /// <summary>One CLR type per kind: whole numbers are long, texts are string.</summary>
    public static object? Normalise(object? value) => value switch
    {
        int i => (long)i,
        short s => (long)s,
        byte b => (long)b,
        float f => (double)f,
        Sku sku => sku.Value,
        CountryCode country => country.Value,
        _ => value,
    };

    public static IComparable? Bound(AttributeKind kind, IComparable? value)
    {
        IComparable? bound = (kind, Normalise(value)) switch
        {
            (_, null) => null,
            (AttributeKind.Int, long v) => v,
            (AttributeKind.Double, double v) => v,
            (AttributeKind.Double, long v) => (double)v,
            (AttributeKind.Decimal or AttributeKind.Money, decimal v) => v,
            (AttributeKind.Decimal or AttributeKind.Money, long v) => (decimal)v,
            (AttributeKind.Date, LocalDate v) => v,
            (AttributeKind.Timestamp, Instant v) => v,
            (AttributeKind.Duration, Duration v) => v,
            _ => throw new ArgumentException($"{value} cannot bound an attribute of kind {kind}.", nameof(value)),
        };
        return bound;
    }
}
