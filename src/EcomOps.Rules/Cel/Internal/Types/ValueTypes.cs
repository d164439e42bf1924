using EcomOps.Core;
using EcomOps.Rules.Cel.Internal.Values;
using EcomOps.Rules.DecisionSets;
using NodaTime;

namespace EcomOps.Rules.Cel.Internal.Types;

// Types of values.
internal static class ValueTypes
{
    public static bool Fits(object? value, CelTypeKind kind) => kind switch
    {
        CelTypeKind.Dyn or CelTypeKind.Parameter => true,
        CelTypeKind.Null => value is null,
        CelTypeKind.Bool => value is bool,
        CelTypeKind.Int => value is long,
        CelTypeKind.Uint => value is ulong,
        CelTypeKind.Double => value is double,
        CelTypeKind.String => value is string,
        CelTypeKind.Bytes => value is ReadOnlyMemory<byte>,
        CelTypeKind.Timestamp => value is Instant,
        CelTypeKind.Duration => value is Duration,
        CelTypeKind.List => value is IReadOnlyList<object?>,
        CelTypeKind.Map => Maps.IsMap(value),
        CelTypeKind.Type => value is CelType,
        CelTypeKind.Optional => value is CelOptional,
        CelTypeKind.Decimal => value is decimal,
        CelTypeKind.Money => value is Money,
        CelTypeKind.Date => value is LocalDate,
        CelTypeKind.Record => value is Dictionary<string, object?>,
        CelTypeKind.NamedList => value is NamedList,
        _ => true,
    };

    public static CelType Of(object? value) => value switch
    {
        null => CelType.Null,
        bool => CelType.Bool,
        long => CelType.Int,
        ulong => CelType.Uint,
        double => CelType.Double,
        string => CelType.String,
        ReadOnlyMemory<byte> => CelType.Bytes,
        Instant => CelType.Timestamp,
        Duration => CelType.Duration,
        IReadOnlyList<object?> => CelType.AnyList,
        CelType => CelType.AnyType,
        CelOptional => CelType.AnyOptional,
        decimal => CelType.Decimal,
        Money => CelType.Money,
        LocalDate => CelType.Date,
        NamedList => CelType.NamedList,
        _ => CelType.AnyMap,
    };
}
