using System.Globalization;
using System.Numerics;
using EcomOps.Core;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Cel.Internal.Values;

// Arithmetic of decimals that never loses a digit: what needs more than 28 has no result.
internal static class Exact
{
    private static readonly BigInteger Limit = BigInteger.Pow(10, 28);

    public static decimal? Add(decimal left, decimal right)
    {
        decimal sum;
        try
        {
            sum = left + right;
        }
        catch (OverflowException)
        {
            return null;
        }

        return sum.Scale >= Math.Max(left.Scale, right.Scale) && Fits(sum) ? sum : Sum(left, right);
    }

    public static decimal? Multiply(decimal left, decimal right)
    {
        if (left.Scale + right.Scale <= 28)
        {
            try
            {
                decimal product = left * right;
                if (product.Scale == left.Scale + right.Scale && Fits(product))
                {
                    return product;
                }
            }
            catch (OverflowException)
            {
                return null;
            }
        }

        return Of(Mantissa(left) * Mantissa(right), left.Scale + right.Scale);
    }

    /// <summary>The quotient rounded once to so many digits after the point.</summary>
    public static decimal? Divide(decimal left, decimal right, int scale, MoneyRounding rounding)
    {
        BigInteger numerator = Mantissa(left) * BigInteger.Pow(10, Math.Max(0, scale + right.Scale - left.Scale));
        BigInteger denominator = Mantissa(right) * BigInteger.Pow(10, Math.Max(0, left.Scale - scale - right.Scale));
        bool negative = numerator.Sign * denominator.Sign < 0;
        BigInteger quotient = BigInteger.DivRem(BigInteger.Abs(numerator), BigInteger.Abs(denominator), out BigInteger rest);
        int half = (rest * 2).CompareTo(BigInteger.Abs(denominator));
        bool up = !rest.IsZero && rounding switch
        {
            MoneyRounding.HalfUp => half >= 0,
            MoneyRounding.HalfEven => half > 0 || (half == 0 && !quotient.IsEven),
            MoneyRounding.HalfDown => half > 0,
            MoneyRounding.Up => true,
            MoneyRounding.Ceiling => !negative,
            MoneyRounding.Floor => negative,
            _ => false,
        };
        quotient += up ? 1 : 0;
        return Of(negative ? -quotient : quotient, scale, false);
    }

    public static MoneyRounding? Mode(string name) => name switch
    {
        "half-up" => MoneyRounding.HalfUp,
        "half-even" => MoneyRounding.HalfEven,
        "half-down" => MoneyRounding.HalfDown,
        "up" => MoneyRounding.Up,
        "down" => MoneyRounding.Down,
        "ceiling" => MoneyRounding.Ceiling,
        "floor" => MoneyRounding.Floor,
        _ => null,
    };

    /// <summary>The decimal that a text writes; null for exponents and more than 28 digits.</summary>
    public static decimal? Parse(string text) =>
        NumberValue.IsNumber(text) && !text.AsSpan().ContainsAny('e', 'E') && new NumberValue(text).TryGetDecimal(out _)
            ? decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : null;

    private static decimal? Sum(decimal left, decimal right)
    {
        int scale = Math.Max(left.Scale, right.Scale);
        return Of((Mantissa(left) * BigInteger.Pow(10, scale - left.Scale)) + (Mantissa(right) * BigInteger.Pow(10, scale - right.Scale)), scale);
    }

    private static decimal? Of(BigInteger mantissa, int scale, bool trims = true)
    {
        while (scale > 0 && (scale > 28 || BigInteger.Abs(mantissa) >= Limit) && trims && BigInteger.Remainder(mantissa, 10).IsZero)
        {
            mantissa /= 10;
            scale--;
        }

        if (scale > 28 || BigInteger.Abs(mantissa) >= Limit)
        {
            return null;
        }

        int[] bits = decimal.GetBits((decimal)mantissa);
        return new decimal(bits[0], bits[1], bits[2], mantissa.Sign < 0, (byte)scale);
    }

    private static bool Fits(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return bits[2] == 0 || BigInteger.Abs(Mantissa(value)) < Limit;
    }

    private static BigInteger Mantissa(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        BigInteger size = unchecked(((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0]);
        return value < 0 ? -size : size;
    }
}
