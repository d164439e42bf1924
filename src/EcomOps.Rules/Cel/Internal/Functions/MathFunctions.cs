using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Types;
using EcomOps.Rules.Cel.Internal.Values;

namespace EcomOps.Rules.Cel.Internal.Functions;

// The namespace math. greatest and least take any number of arguments; the compiler makes a list of them.
internal static class MathFunctions
{
    public const string Greatest = "math.greatest";
    public const string Least = "math.least";
    private const string NegativeShift = "A shift needs a count of 0 or more.";

    public static IEnumerable<Overload> All =>
    [
        new Overload<IReadOnlyList<object?>, object?>("math.greatest(list(dyn)) -> dyn", (CelFrame f, IReadOnlyList<object?> a, out object? v) => Extreme(f, a, 1, out v)),
        new Overload<IReadOnlyList<object?>, object?>("math.least(list(dyn)) -> dyn", (CelFrame f, IReadOnlyList<object?> a, out object? v) => Extreme(f, a, -1, out v)),
        Make.Of<double, double>("math.ceil(double) -> double", Math.Ceiling),
        Make.Of<double, double>("math.floor(double) -> double", Math.Floor),
        Make.Of<double, double>("math.round(double) -> double", a => Math.Round(a, MidpointRounding.AwayFromZero)),
        Make.Of<double, double>("math.trunc(double) -> double", Math.Truncate),
        Make.Of<double, double>("math.abs(double) -> double", Math.Abs),
        Make.Try<long, long>("math.abs(int) -> int", a => a == long.MinValue ? null : Math.Abs(a), "The result does not fit an int."),
        Make.Of<ulong, ulong>("math.abs(uint) -> uint", a => a),
        Make.Of<double, double>("math.sign(double) -> double", a => double.IsNaN(a) ? a : Math.Sign(a)),
        Make.Of<long, long>("math.sign(int) -> int", a => Math.Sign(a)),
        Make.Of<ulong, ulong>("math.sign(uint) -> uint", a => a == 0 ? 0UL : 1UL),
        Make.Of<double, double>("math.sqrt(double) -> double", Math.Sqrt),
        Make.Of<long, double>("math.sqrt(int) -> double", a => Math.Sqrt(a)),
        Make.Of<ulong, double>("math.sqrt(uint) -> double", a => Math.Sqrt(a)),
        Make.Of<double, bool>("math.isNaN(double) -> bool", double.IsNaN),
        Make.Of<double, bool>("math.isInf(double) -> bool", double.IsInfinity),
        Make.Of<double, bool>("math.isFinite(double) -> bool", double.IsFinite),
        Make.Of<long, long, long>("math.bitAnd(int, int) -> int", (a, b) => a & b),
        Make.Of<ulong, ulong, ulong>("math.bitAnd(uint, uint) -> uint", (a, b) => a & b),
        Make.Of<long, long, long>("math.bitOr(int, int) -> int", (a, b) => a | b),
        Make.Of<ulong, ulong, ulong>("math.bitOr(uint, uint) -> uint", (a, b) => a | b),
        Make.Of<long, long, long>("math.bitXor(int, int) -> int", (a, b) => a ^ b),
        Make.Of<ulong, ulong, ulong>("math.bitXor(uint, uint) -> uint", (a, b) => a ^ b),
        Make.Of<long, long>("math.bitNot(int) -> int", a => ~a),
        Make.Of<ulong, ulong>("math.bitNot(uint) -> uint", a => ~a),
        Make.Try<long, long, long>("math.bitShiftLeft(int, int) -> int", (a, b) => b < 0 ? null : b >= 64 ? 0 : unchecked(a << (int)b), NegativeShift),
        Make.Try<ulong, long, ulong>("math.bitShiftLeft(uint, int) -> uint", (a, b) => b < 0 ? null : b >= 64 ? 0UL : unchecked(a << (int)b), NegativeShift),
        Make.Try<long, long, long>("math.bitShiftRight(int, int) -> int", (a, b) => b < 0 ? null : b >= 64 ? 0 : unchecked((long)((ulong)a >> (int)b)), NegativeShift),
        Make.Try<ulong, long, ulong>("math.bitShiftRight(uint, int) -> uint", (a, b) => b < 0 ? null : b >= 64 ? 0UL : a >> (int)b, NegativeShift),
    ];

    // The first of equal ones.
    private static Status Extreme(CelFrame frame, IReadOnlyList<object?> numbers, int sign, out object? value)
    {
        value = null;
        if (numbers.Count == 0)
        {
            return frame.Fail("The list is empty.");
        }

        foreach (object? number in numbers)
        {
            if (number is not (long or ulong or double or decimal) || (number is decimal && value is double) || (number is double && value is decimal))
            {
                return frame.FailOverload();
            }

            if (!frame.Spend())
            {
                return frame.OverBudget();
            }

            if (value is null || Ordering.Numbers(number, value) == sign)
            {
                value = number;
            }
        }

        return Status.Ok;
    }

    /// <summary>Type of the greatest or least of numbers with these types.</summary>
    public static CelType? ResultOf(IReadOnlyList<CelType> types)
    {
        CelType? result = null;
        foreach (CelType type in types)
        {
            if (type.Kind is not (CelTypeKind.Int or CelTypeKind.Uint or CelTypeKind.Double or CelTypeKind.Decimal or CelTypeKind.Dyn or CelTypeKind.Parameter or CelTypeKind.Error))
            {
                return null;
            }

            result = result is null || result.Equals(type) ? type : CelType.Dyn;
        }

        return result ?? CelType.Dyn;
    }
}
