using EcomOps.Rules.Cel;
using EcomOps.Rules.Vocabularies;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Expressions;

// Whether an expression's type fits a member of the outcome.
internal static class OutcomeTypes
{
    /// <summary>What is wrong, or null.</summary>
    public static string? Mismatch(CelType type, AttributeType? expected)
    {
        if (expected is null)
        {
            return type.Kind is CelTypeKind.Bytes or CelTypeKind.Type or CelTypeKind.Optional or CelTypeKind.NamedList
                ? $"An outcome holds no {type}{(type.Kind == CelTypeKind.Optional ? "; end it with orValue(...)" : "")}."
                : null;
        }

        return Fits(type, expected) ? null : $"The outcome needs {FactValues.Describe(expected)} here, but this is {type}.{Advice(type, expected)}";
    }

    private static bool Fits(CelType type, AttributeType expected) => type.Kind switch
    {
        CelTypeKind.Dyn or CelTypeKind.Error or CelTypeKind.Parameter => true,
        CelTypeKind.Bool => expected.Kind == AttributeKind.Bool,
        CelTypeKind.Int or CelTypeKind.Uint => expected.Kind is AttributeKind.Int or AttributeKind.Double or AttributeKind.Decimal,
        CelTypeKind.Double => expected.Kind == AttributeKind.Double,
        CelTypeKind.Decimal => expected.Kind == AttributeKind.Decimal,
        CelTypeKind.Money => expected.Kind == AttributeKind.Money,
        CelTypeKind.String => expected.Kind is AttributeKind.String or AttributeKind.Enum,
        CelTypeKind.Date => expected.Kind == AttributeKind.Date,
        CelTypeKind.Timestamp => expected.Kind == AttributeKind.Timestamp,
        CelTypeKind.Duration => expected.Kind == AttributeKind.Duration,
        CelTypeKind.List => expected.Kind == AttributeKind.List && Fits(type.Parameters[0], expected.Element!),
        CelTypeKind.Map => expected.Kind is AttributeKind.Map or AttributeKind.Record,
        CelTypeKind.Record => expected.Kind == AttributeKind.Record,
        _ => false,
    };

    private static string Advice(CelType type, AttributeType expected) => (type.Kind, expected.Kind) switch
    {
        (CelTypeKind.Optional, _) => " End it with orValue(...).",
        (_, AttributeKind.String) => " Convert it with string(...).",
        (CelTypeKind.Decimal or CelTypeKind.Double, AttributeKind.Int) => " Convert it with int(...).",
        (CelTypeKind.Int or CelTypeKind.Decimal, AttributeKind.Money) => " Give it a currency: money(..., \"EUR\").",
        (CelTypeKind.Double, AttributeKind.Decimal) => " A double is not exact; write decimal(\"...\").",
        _ => string.Empty,
    };
}
