using System.Numerics;

namespace EcomOps.Rules.Analysis.Internal;

// An interval of numbers; a null end is infinite.
internal readonly record struct Interval(Rational? Low, bool LowOpen, Rational? High, bool HighOpen)
{
    public static Interval Everything { get; } = new(null, true, null, true);

    public bool IsEmpty => Low is { } low && High is { } high && (low > high || (low == high && (LowOpen || HighOpen)));

    public static Interval Point(Rational value) => new(value, false, value, false);

    public bool Contains(Rational value) =>
        (Low is not { } low || value > low || (!LowOpen && value == low)) && (High is not { } high || value < high || (!HighOpen && value == high));

    public Interval Below(Rational limit, bool open) => High is { } high && (high < limit || (high == limit && (HighOpen || !open)))
        ? this
        : this with { High = limit, HighOpen = open };

    public Interval Above(Rational limit, bool open) => Low is { } low && (low > limit || (low == limit && (LowOpen || !open)))
        ? this
        : this with { Low = limit, LowOpen = open };

    // A whole number inside, zero or the one nearest to an end.
    public Rational? Whole()
    {
        BigInteger? least = Low is { } low ? (LowOpen && low.IsWhole ? low.Numerator + 1 : low.Ceiling()) : null;
        BigInteger? most = High is { } high ? (HighOpen && high.IsWhole ? high.Numerator - 1 : high.Floor()) : null;
        if (least is { } a && most is { } b && a > b)
        {
            return null;
        }

        return least is { Sign: > 0 } ? least.Value : most is { Sign: < 0 } ? most.Value : BigInteger.Zero;
    }

    // Any number inside, as plain as possible.
    public Rational? Any()
    {
        if (IsEmpty)
        {
            return null;
        }

        if (Low is { } low && High is { } high)
        {
            return Whole() is { } whole && Contains(whole) ? whole : !LowOpen ? low : !HighOpen ? high : (low + high) / 2;
        }

        return Whole();
    }
}
