using EcomOps.Core;
using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Values;
using NodaTime;

namespace EcomOps.Rules.Cel.Internal.Functions;

// The namespace optional and the members of optionals; or and orValue are nodes, since they may skip their argument.
internal static class OptionalFunctions
{
    public static IEnumerable<Overload> All =>
    [
        new Overload<CelOptional>("optional.none() -> optional_type(A)", (CelFrame _, out CelOptional value) =>
        {
            value = CelOptional.None;
            return Status.Ok;
        }),
        Make.Of<object?, CelOptional>("optional.of(A) -> optional_type(A)", CelOptional.Of),
        Make.Of<object?, CelOptional>("optional.ofNonZeroValue(A) -> optional_type(A)", a => IsZero(a) ? CelOptional.None : CelOptional.Of(a)),
        Make.Of<CelOptional, bool>("optional_type(A).hasValue() -> bool", a => a.HasValue),
        new Overload<CelOptional, object?>("optional_type(A).value() -> A", (CelFrame frame, CelOptional a, out object? value) =>
        {
            value = a.Value;
            return a.HasValue ? Status.Ok : frame.Fail("The optional has no value; ask hasValue() before, or write orValue(...).");
        }),
        Make.Of<IReadOnlyList<object?>, IReadOnlyList<object?>>("optional.unwrap(list(optional_type(A))) -> list(A)", Unwrap),
        Make.Of<IReadOnlyList<object?>, IReadOnlyList<object?>>("list(optional_type(A)).unwrapOpt() -> list(A)", Unwrap),
    ];

    private static object?[] Unwrap(IReadOnlyList<object?> list) => [.. list.OfType<CelOptional>().Where(o => o.HasValue).Select(o => o.Value)];

    private static bool IsZero(object? value) => value switch
    {
        null => true,
        bool v => !v,
        long v => v == 0,
        ulong v => v == 0,
        double v => v == 0,
        decimal v => v == 0,
        Money v => v.Amount == 0,
        string v => v.Length == 0,
        ReadOnlyMemory<byte> v => v.Length == 0,
        Duration v => v == Duration.Zero,
        Instant v => v == Instant.FromUnixTimeSeconds(0),
        IReadOnlyList<object?> v => v.Count == 0,
        CelOptional v => !v.HasValue,
        _ => Maps.IsMap(value) && Maps.Count(value) == 0,
    };
}
