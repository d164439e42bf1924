using EcomOps.Core;
using EcomOps.Rules.Cel.Internal.Evaluation;
using NodaTime;

namespace EcomOps.Rules.Cel.Internal.Values;

internal static class Ordering
{
    /// <summary>Result of a comparison with NaN.</summary>
    public const int Unordered = 2;

    /// <summary>-1, 0, 1 or <see cref="Unordered"/>; an error for types that have no order or not the same.</summary>
    public static Status Compare(CelFrame frame, object? left, object? right, out int order)
    {
        order = 0;
        switch (left, right)
        {
            case (string a, string b):
                order = CodePoints.Compare(a, b);
                return frame.Spend(Math.Min(a.Length, b.Length) / 10) ? Status.Ok : frame.OverBudget();
            case (decimal, double) or (double, decimal):
                return frame.Fail("A decimal and a double cannot be compared; write the number as decimal(\"...\").");
            case (long or ulong or double or decimal, long or ulong or double or decimal):
                order = Numbers(left, right);
                return Status.Ok;
            case (Money a, Money b):
                order = decimal.Compare(a.Amount, b.Amount);
                return a.Currency == b.Currency ? Status.Ok : frame.Fail(Equality.Currencies);
            case (bool a, bool b):
                order = a.CompareTo(b);
                return Status.Ok;
            case (ReadOnlyMemory<byte> a, ReadOnlyMemory<byte> b):
                order = Math.Sign(a.Span.SequenceCompareTo(b.Span));
                return frame.Spend(Math.Min(a.Length, b.Length) / 10) ? Status.Ok : frame.OverBudget();
            case (Instant a, Instant b):
                order = Math.Sign(a.CompareTo(b));
                return Status.Ok;
            case (Duration a, Duration b):
                order = Math.Sign(a.CompareTo(b));
                return Status.Ok;
            case (LocalDate a, LocalDate b):
                order = Math.Sign(a.CompareTo(b));
                return Status.Ok;
            default:
                return frame.FailOverload();
        }
    }

    /// <summary>Order of two numbers, of which not one is decimal and the other double. Integers meet doubles as doubles, after a check of the range.</summary>
    public static int Numbers(object? left, object? right) => (left, right) switch
    {
        (long a, long b) => a.CompareTo(b),
        (double a, double b) => Doubles(a, b),
        (ulong a, ulong b) => a.CompareTo(b),
        (long a, ulong b) => Mixed(a, b),
        (ulong a, long b) => -Mixed(b, a),
        (long a, double b) => Reversed(Mixed(b, a)),
        (double a, long b) => Mixed(a, b),
        (ulong a, double b) => Reversed(Mixed(b, a)),
        (double a, ulong b) => Mixed(a, b),
        (decimal a, decimal b) => decimal.Compare(a, b),
        (decimal a, long b) => decimal.Compare(a, b),
        (long a, decimal b) => decimal.Compare(a, b),
        (decimal a, ulong b) => decimal.Compare(a, b),
        (ulong a, decimal b) => decimal.Compare(a, b),
        _ => Unordered,
    };

    public static int Mixed(long left, ulong right) => left < 0 ? -1 : ((ulong)left).CompareTo(right);

    public static int Mixed(double left, long right) => double.IsNaN(left) ? Unordered
        : left < -9223372036854775808.0 ? -1
        : left > 9223372036854775808.0 ? 1
        : Doubles(left, right);

    public static int Mixed(double left, ulong right) => double.IsNaN(left) ? Unordered
        : left < 0 ? -1
        : left > 18446744073709551616.0 ? 1
        : Doubles(left, right);

    public static int Doubles(double left, double right) => left < right ? -1 : left > right ? 1 : left == right ? 0 : Unordered;

    public static int Reversed(int order) => order == Unordered ? Unordered : -order;
}
