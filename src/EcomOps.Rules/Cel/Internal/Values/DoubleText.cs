using System.Globalization;
using System.Numerics;

namespace EcomOps.Rules.Cel.Internal.Values;

// Texts of doubles: the shortest that reads back as the same, and exact ones of so many digits, halves to even.
internal static class DoubleText
{
    /// <summary>Shortest text; plain digits from 1e-6 up to 1e21, else an exponent of at least two digits.</summary>
    public static string Of(double value)
    {
        if (!double.IsFinite(value) || value == 0)
        {
            return Special(value);
        }

        (string digits, int exponent) = Decompose(value);
        if (exponent is >= -5 and <= 21)
        {
            return Plain(value);
        }

        string fraction = digits.Length > 1 ? "." + digits[1..] : string.Empty;
        int power = exponent - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{(value < 0 ? "-" : "")}{digits[0]}{fraction}e{(power < 0 ? '-' : '+')}{Math.Abs(power):00}");
    }

    /// <summary>All digits, never an exponent.</summary>
    public static string Plain(double value)
    {
        if (!double.IsFinite(value) || value == 0)
        {
            return Special(value);
        }

        (string digits, int exponent) = Decompose(value);
        string sign = value < 0 ? "-" : string.Empty;
        return exponent <= 0 ? sign + "0." + new string('0', -exponent) + digits
            : exponent >= digits.Length ? sign + digits + new string('0', exponent - digits.Length)
            : sign + digits[..exponent] + "." + digits[exponent..];
    }

    public static string Fixed(double value, int precision)
    {
        if (!double.IsFinite(value))
        {
            return Special(value);
        }

        string digits = Scaled(value, precision).ToString(CultureInfo.InvariantCulture).PadLeft(precision + 1, '0');
        string sign = double.IsNegative(value) ? "-" : string.Empty;
        return precision == 0 ? sign + digits : $"{sign}{digits[..^precision]}.{digits[^precision..]}";
    }

    public static string Scientific(double value, int precision)
    {
        if (!double.IsFinite(value))
        {
            return Special(value);
        }

        int power = value == 0 ? 0 : Decompose(value).Exponent - 1;
        string digits = Scaled(value, precision - power).ToString(CultureInfo.InvariantCulture).PadLeft(precision + 1, '0');
        if (digits.Length > precision + 1)
        {
            power++;
            digits = digits[..(precision + 1)];
        }

        string fraction = precision == 0 ? string.Empty : "." + digits[1..];
        return string.Create(CultureInfo.InvariantCulture, $"{(double.IsNegative(value) ? "-" : "")}{digits[0]}{fraction}e{(power < 0 ? '-' : '+')}{Math.Abs(power):00}");
    }

    private static string Special(double value) => double.IsNaN(value) ? "NaN"
        : double.IsPositiveInfinity(value) ? "Infinity"
        : double.IsNegativeInfinity(value) ? "-Infinity"
        : double.IsNegative(value) ? "-0" : "0";

    // |value| * 10^scale, rounded half to even from the exact binary value.
    private static BigInteger Scaled(double value, int scale)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = bits & 0xF_FFFF_FFFF_FFFF;
        mantissa |= exponent == 0 ? 0 : 1L << 52;
        exponent = Math.Max(exponent, 1) - 1075;
        BigInteger numerator = new BigInteger(mantissa) * BigInteger.Pow(10, Math.Max(scale, 0)) * BigInteger.Pow(2, Math.Max(exponent, 0));
        BigInteger denominator = BigInteger.Pow(10, Math.Max(-scale, 0)) * BigInteger.Pow(2, Math.Max(-exponent, 0));
        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger rest);
        int half = (rest * 2).CompareTo(denominator);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    // The shortest digits without zeros at the ends, and the exponent e of 0.digits * 10^e.
    private static (string Digits, int Exponent) Decompose(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        ReadOnlySpan<char> rest = text.AsSpan(text[0] == '-' ? 1 : 0);
        int e = rest.IndexOf('E');
        int power = e < 0 ? 0 : int.Parse(rest[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        ReadOnlySpan<char> mantissa = e < 0 ? rest : rest[..e];
        int point = mantissa.IndexOf('.');
        string all = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        int exponent = (point < 0 ? mantissa.Length : point) + power;
        string digits = all.TrimStart('0');
        return (digits.TrimEnd('0'), exponent - (all.Length - digits.Length));
    }
}
