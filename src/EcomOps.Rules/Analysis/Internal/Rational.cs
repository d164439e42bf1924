using System.Globalization;
using System.Numerics;

namespace EcomOps.Rules.Analysis.Internal;

// Exact fraction in lowest terms; the denominator is positive. Money, grids and instants all fit without rounding.
internal readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger _denominator;

    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException();
        }

        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        _denominator = denominator / divisor;
    }

    private Rational(BigInteger whole)
    {
        Numerator = whole;
        _denominator = BigInteger.One;
    }

    public static Rational Zero { get; } = new(BigInteger.Zero);

    public static Rational One { get; } = new(BigInteger.One);

    public BigInteger Numerator { get; }

    public BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    public bool IsWhole => Denominator.IsOne;

    public int Sign => Numerator.Sign;

    public static implicit operator Rational(BigInteger value) => new(value);

    public static implicit operator Rational(long value) => new(new BigInteger(value));

    public static Rational operator +(Rational a, Rational b) => a.IsWhole && b.IsWhole
        ? new(a.Numerator + b.Numerator)
        : new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator -(Rational a) => a.IsWhole ? new(-a.Numerator) : new(-a.Numerator, a.Denominator);

    public static Rational operator *(Rational a, Rational b) => a.IsWhole && b.IsWhole
        ? new(a.Numerator * b.Numerator)
        : new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static Rational Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(value, bits);
        BigInteger mantissa = new BigInteger((uint)bits[2]) << 64 | new BigInteger((uint)bits[1]) << 32 | new BigInteger((uint)bits[0]);
        int scale = (bits[3] >> 16) & 0xFF;
        return new(bits[3] < 0 ? -mantissa : mantissa, BigInteger.Pow(10, scale));
    }

    public static Rational Exactly(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long fraction = bits & 0xFFFFFFFFFFFFFL;
        BigInteger mantissa = exponent == 0 ? fraction : fraction | 0x10000000000000L;
        int shift = (exponent == 0 ? 1 : exponent) - 1075;
        BigInteger signed = bits < 0 ? -mantissa : mantissa;
        return shift >= 0 ? new(signed << shift) : new(signed, BigInteger.One << -shift);
    }

    // The number that the shortest text of the double shows: what an author wrote beside a decimal.
    public static Rational AsWritten(double value)
    {
        string text = value.ToString("E16", CultureInfo.InvariantCulture);
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        return Parse(shortest) ?? Parse(text) ?? Exactly(value);
    }

    public static Rational? Parse(string text)
    {
        int e = text.AsSpan().IndexOfAny('e', 'E');
        ReadOnlySpan<char> mantissa = e < 0 ? text : text.AsSpan(0, e);
        int exponent = 0;
        if (e >= 0 && !int.TryParse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return null;
        }

        int point = mantissa.IndexOf('.');
        string digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
        }

        if (Math.Abs(exponent) > 2_000 || !BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger whole))
        {
            return null;
        }

        return exponent >= 0 ? new Rational(whole * BigInteger.Pow(10, exponent)) : new Rational(whole, BigInteger.Pow(10, -exponent));
    }

    public BigInteger Floor() => Numerator.Sign >= 0 || IsWhole
        ? BigInteger.Divide(Numerator, Denominator)
        : BigInteger.Divide(Numerator, Denominator) - BigInteger.One;

    public BigInteger Ceiling() => -(-this).Floor();

    public double ToDouble() => IsWhole ? (double)Numerator : DivideToDouble();

    // The decimal of the value, or null when it needs more digits than a decimal has.
    public decimal? ToDecimal()
    {
        BigInteger scaled = Numerator;
        BigInteger denominator = Denominator;
        for (int scale = 0; scale <= 28; scale++)
        {
            BigInteger quotient = BigInteger.DivRem(scaled, denominator, out BigInteger remainder);
            if (remainder.IsZero)
            {
                return BigInteger.Abs(quotient) < BigInteger.One << 96 ? (decimal)quotient / Power(scale) : null;
            }

            scaled *= 10;
        }

        return null;
    }

    public int CompareTo(Rational other) => IsWhole && other.IsWhole
        ? Numerator.CompareTo(other.Numerator)
        : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    public override string ToString() => IsWhole ? Numerator.ToString(CultureInfo.InvariantCulture) : $"{Numerator}/{Denominator}";

    private static decimal Power(int scale)
    {
        decimal power = 1m;
        for (int i = 0; i < scale; i++)
        {
            power *= 10m;
        }

        return power;
    }

    private double DivideToDouble()
    {
        // Enough bits for a correctly rounded result to within one unit; a witness is evaluated again before it is shown.
        int shift = (int)(80 - (Numerator.GetBitLength() - Denominator.GetBitLength()));
        BigInteger quotient = shift >= 0 ? (Numerator << shift) / Denominator : Numerator / (Denominator << -shift);
        return Math.ScaleB((double)quotient, -shift);
    }
}
