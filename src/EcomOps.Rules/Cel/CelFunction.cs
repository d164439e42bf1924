using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Functions;
using EcomOps.Rules.Cel.Internal.Types;

namespace EcomOps.Rules.Cel;

/// <summary>A function that a host or domain package adds to the language.</summary>
/// <remarks>
/// It must be pure: the same arguments give the same result, and it does no input or output. Values that need either are attributes
/// declared as fetched. Several functions of one name are its overloads. No reflection is used: safe for ahead-of-time compilation.
/// Immutable, and thread-safe as far as the delegate is.
/// </remarks>
public sealed class CelFunction
{
    private CelFunction(Overload overload) => Overload = overload;

    /// <summary>Name, with its namespace.</summary>
    public string Name => Overload.Name;

    /// <summary>Signature as given.</summary>
    public string Signature => Overload.Signature;

    /// <summary>Cost of a call in nodes, beside that of its arguments.</summary>
    public int Cost => Overload.Cost;

    internal Overload Overload { get; }

    /// <summary>A function of one argument.</summary>
    /// <typeparam name="T">Type of the argument: <see cref="bool"/>, <see cref="long"/>, <see cref="ulong"/>, <see cref="double"/>, <see cref="decimal"/>, <see cref="string"/>, <see cref="EcomOps.Core.Money"/>, <see cref="NodaTime.LocalDate"/>, <see cref="NodaTime.Instant"/>, <see cref="NodaTime.Duration"/>, a read-only list of objects, or object for dyn.</typeparam>
    /// <typeparam name="TResult">Type of the result, one of the same.</typeparam>
    /// <param name="signature">For example <c>risk.score(string) -> int</c>, or <c>string.isGtin() -> bool</c> for a member.</param>
    /// <param name="function">The function; an <see cref="ArgumentException"/> or <see cref="ArithmeticException"/> of it is an error of the expression.</param>
    /// <param name="cost">Cost of a call in nodes; 0 or more.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentException">The signature does not fit the types, or takes another number of arguments.</exception>
    public static CelFunction Create<T, TResult>(string signature, Func<T, TResult> function, int cost = 1)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfNegative(cost);
        return Checked(Made(() => new Overload<T, TResult>(signature, (CelFrame frame, T a, out TResult value) => Run(frame, () => function(a), out value), cost)), signature, typeof(T), typeof(TResult));
    }

    /// <summary>A function of two arguments.</summary>
    /// <typeparam name="T1">Type of the first argument, as for one argument.</typeparam>
    /// <typeparam name="T2">Type of the second argument.</typeparam>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="signature">For example <c>geo.km(string, string) -> int</c>.</param>
    /// <param name="function">The function; an <see cref="ArgumentException"/> or <see cref="ArithmeticException"/> of it is an error of the expression.</param>
    /// <param name="cost">Cost of a call in nodes; 0 or more.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentException">The signature does not fit the types, or takes another number of arguments.</exception>
    public static CelFunction Create<T1, T2, TResult>(string signature, Func<T1, T2, TResult> function, int cost = 1)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfNegative(cost);
        return Checked(Made(() => new Overload<T1, T2, TResult>(signature, (CelFrame frame, T1 a, T2 b, out TResult value) => Run(frame, () => function(a, b), out value), cost)), signature, typeof(T1), typeof(T2), typeof(TResult));
    }

    /// <summary>A function of three arguments.</summary>
    /// <typeparam name="T1">Type of the first argument, as for one argument.</typeparam>
    /// <typeparam name="T2">Type of the second argument.</typeparam>
    /// <typeparam name="T3">Type of the third argument.</typeparam>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="signature">For example <c>tier.discount(string, int, decimal) -> decimal</c>.</param>
    /// <param name="function">The function; an <see cref="ArgumentException"/> or <see cref="ArithmeticException"/> of it is an error of the expression.</param>
    /// <param name="cost">Cost of a call in nodes; 0 or more.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentException">The signature does not fit the types, or takes another number of arguments.</exception>
    public static CelFunction Create<T1, T2, T3, TResult>(string signature, Func<T1, T2, T3, TResult> function, int cost = 1)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfNegative(cost);
        return Checked(Made(() => new Overload<T1, T2, T3, TResult>(signature, (CelFrame frame, T1 a, T2 b, T3 c, out TResult value) => Run(frame, () => function(a, b, c), out value), cost)), signature, typeof(T1), typeof(T2), typeof(T3), typeof(TResult));
    }

    /// <summary>Declares a function that is only checked: an expression that reaches it fails.</summary>
    /// <param name="signature">Signature.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentException">The signature cannot be read.</exception>
    public static CelFunction Declare(string signature) => new(Made(() => new DeclaredOverload(signature)));

    private static Status Run<T>(CelFrame frame, Func<T> function, out T value)
    {
        try
        {
            value = function();
            return value is null ? frame.Fail("A function of the host gave no value.") : Status.Ok;
        }
        catch (Exception error) when (error is ArgumentException or ArithmeticException)
        {
            value = default!;
            return frame.Fail($"A function of the host failed ({error.GetType().Name}).");
        }
    }

    private static Overload Made(Func<Overload> make)
    {
        try
        {
            return make();
        }
        catch (FormatException error)
        {
            throw new ArgumentException(error.Message, nameof(make), error);
        }
    }

    private static CelFunction Checked(Overload overload, string signature, params Type[] types)
    {
        CelType[] declared = [.. overload.Parameters, overload.Result];
        bool fits = declared.Length == types.Length;
        for (int i = 0; fits && i < types.Length; i++)
        {
            fits = ClrTypeOf(declared[i]) == types[i];
        }

        return fits ? new CelFunction(overload) : throw new ArgumentException($"The delegate does not fit the signature '{signature}'.", nameof(signature));
    }

    private static Type ClrTypeOf(CelType type) => type.Kind switch
    {
        CelTypeKind.Bool => typeof(bool),
        CelTypeKind.Int => typeof(long),
        CelTypeKind.Uint => typeof(ulong),
        CelTypeKind.Double => typeof(double),
        CelTypeKind.Decimal => typeof(decimal),
        CelTypeKind.String => typeof(string),
        CelTypeKind.Bytes => typeof(ReadOnlyMemory<byte>),
        CelTypeKind.Money => typeof(EcomOps.Core.Money),
        CelTypeKind.Date => typeof(NodaTime.LocalDate),
        CelTypeKind.Timestamp => typeof(NodaTime.Instant),
        CelTypeKind.Duration => typeof(NodaTime.Duration),
        CelTypeKind.List => typeof(IReadOnlyList<object?>),
        CelTypeKind.Optional => typeof(CelOptional),
        _ => typeof(object),
    };
}
