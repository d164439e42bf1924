using System.Globalization;

namespace EcomOps.Rules.Documents;

/// <summary>A number kept as text, so that a decimal never passes through binary floating point.</summary>
/// <remarks>
/// The text is normalised: no plus sign, no leading zeros, no trailing zeros after the point but one (<c>1.50</c> is <c>1.5</c>,
/// <c>2.00</c> is <c>2.0</c>); a number with an exponent is written in the shortest form that reads back to the same double.
/// <c>2.0</c> and <c>2</c> differ: the first is never a whole number by type.
/// </remarks>
public sealed record NumberValue : RuleValue
{
    /// <summary>Takes a number as written.</summary>
    /// <param name="text">JSON number, for example <c>-12.50</c> or <c>1e3</c>; a leading plus sign is accepted.</param>
    /// <exception cref="ArgumentException">The text is not a number, or has an exponent beyond the range of a double.</exception>
    public NumberValue(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = Normalise(text) ?? throw new ArgumentException($"'{text}' is not a number.", nameof(text));
    }

    /// <summary>Normalised text.</summary>
    public string Text { get; }

    /// <summary>Whether the number is written without point and exponent.</summary>
    public bool IsWhole => !Text.AsSpan().ContainsAny('.', 'e', 'E') && Text is not ("Infinity" or "-Infinity" or "NaN");

    /// <summary>Reads the number as a 64-bit integer.</summary>
    /// <param name="value">The integer.</param>
    /// <returns>False when it has a fraction or does not fit.</returns>
    public bool TryGetInt64(out long value) => long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>Reads the number as a decimal, exactly.</summary>
    /// <param name="value">The decimal.</param>
    /// <returns>False when it has more than 28 significant digits or does not fit.</returns>
    public bool TryGetDecimal(out decimal value)
    {
        value = 0m;
        return Text.Count(char.IsAsciiDigit) <= 30
            && decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && SignificantDigits(Text) <= 28;
    }

    /// <summary>Reads the number as the nearest double.</summary>
    /// <returns>The double; infinite when out of range.</returns>
    public double ToDouble() => double.Parse(Text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override string ToString() => Text;

    /// <summary>Whether a text is a number of JSON, with an optional plus sign; one with an exponent must fit a double.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>True when the constructor would accept it.</returns>
    public static bool IsNumber(ReadOnlySpan<char> text) =>
        HasForm(text) && (!text.ContainsAny('e', 'E') || double.IsFinite(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)));

    private static bool HasForm(ReadOnlySpan<char> text)
    {
        int i = 0;
        if (i < text.Length && text[i] is '-' or '+')
        {
            i++;
        }

        int digits = Digits(text, ref i);
        if (digits == 0)
        {
            return false;
        }

        if (i < text.Length && text[i] == '.')
        {
            i++;
            if (Digits(text, ref i) == 0)
            {
                return false;
            }
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            if (i < text.Length && text[i] is '-' or '+')
            {
                i++;
            }

            if (Digits(text, ref i) == 0)
            {
                return false;
            }
        }

        return i == text.Length;
    }

    private static int Digits(ReadOnlySpan<char> text, ref int i)
    {
        int start = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        return i - start;
    }

    private static int SignificantDigits(string text)
    {
        int exponent = text.AsSpan().IndexOfAny('e', 'E');
        ReadOnlySpan<char> mantissa = exponent < 0 ? text : text.AsSpan(0, exponent);
        int count = 0;
        foreach (char c in mantissa)
        {
            if (char.IsAsciiDigit(c) && (count > 0 || c != '0'))
            {
                count++;
            }
        }

        return count;
    }

    private static string? Normalise(string text)
    {
        if (!IsNumber(text))
        {
            return null;
        }

        if (text.AsSpan().ContainsAny('e', 'E'))
        {
            double number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            string shortest = number.ToString("R", CultureInfo.InvariantCulture);
            return shortest.AsSpan().ContainsAny('.', 'E') ? shortest : shortest + ".0";
        }

        bool negative = text[0] == '-';
        ReadOnlySpan<char> rest = text.AsSpan(text[0] is '-' or '+' ? 1 : 0);
        int point = rest.IndexOf('.');
        ReadOnlySpan<char> whole = (point < 0 ? rest : rest[..point]).TrimStart('0');
        string body = whole.Length == 0 ? "0" : whole.ToString();
        if (point >= 0)
        {
            ReadOnlySpan<char> fraction = rest[(point + 1)..].TrimEnd('0');
            body = body + "." + (fraction.Length == 0 ? "0" : fraction.ToString());
        }

        return negative && body.AsSpan().ContainsAnyExcept('0', '.') ? "-" + body : body;
    }
}
