using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using EcomOps.Core;
using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Values;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Rules.Cel.Internal.Functions;

// string.format(list): %s %d %f %e %b %o %x %X with a precision for %f and %e, %% for a percent sign.
internal static class FormatFunction
{
    private const int LongestPrecision = 100;

    public static Overload Overload { get; } = new Overload<string, IReadOnlyList<object?>, string>("string.format(list(dyn)) -> string", Format);

    private static Status Format(CelFrame frame, string format, IReadOnlyList<object?> arguments, out string value)
    {
        value = string.Empty;
        var text = new StringBuilder();
        int next = 0;
        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                text.Append(format[i]);
                continue;
            }

            i++;
            if (i < format.Length && format[i] == '%')
            {
                text.Append('%');
                continue;
            }

            int precision = 6;
            if (i < format.Length && format[i] == '.')
            {
                int start = ++i;
                while (i < format.Length && char.IsAsciiDigit(format[i]))
                {
                    i++;
                }

                if (i == start || !int.TryParse(format.AsSpan(start, i - start), NumberStyles.None, CultureInfo.InvariantCulture, out precision) || precision > LongestPrecision)
                {
                    return frame.Fail($"format() takes a precision of 0 to {LongestPrecision}.");
                }
            }

            if (i >= format.Length)
            {
                return frame.Fail("The format ends in the middle of a clause; write %% for a percent sign.");
            }

            if (next >= arguments.Count)
            {
                return frame.Fail("The format has more clauses than there are arguments.");
            }

            string? clause = Clause(frame, format[i], precision, arguments[next++]);
            if (frame.Budget < 0)
            {
                return frame.OverBudget();
            }

            if (clause is null)
            {
                return frame.Fail(format[i] is 's' or 'd' or 'f' or 'e' or 'b' or 'o' or 'x' or 'X'
                    ? $"%{format[i]} does not take an argument of this type."
                    : "The format has a clause that is none of %s %d %f %e %b %o %x %X.");
            }

            if (!frame.Spend(1 + (clause.Length / 10)))
            {
                return frame.OverBudget();
            }

            text.Append(clause);
        }

        value = text.ToString();
        return Status.Ok;
    }

    private static string? Clause(CelFrame frame, char clause, int precision, object? argument) => (clause, argument) switch
    {
        ('s', _) => Text(frame, argument),
        ('d', long v) => v.ToString(CultureInfo.InvariantCulture),
        ('d', ulong v) => v.ToString(CultureInfo.InvariantCulture),
        ('d', decimal v) => v.ToString(CultureInfo.InvariantCulture),
        ('d' or 'f' or 'e', double v) when !double.IsFinite(v) => DoubleText.Of(v),
        ('d', double v) => DoubleText.Plain(v),
        ('f', double v) => DoubleText.Fixed(v, precision),
        ('f', decimal v) => decimal.Round(v, Math.Min(precision, 28), MidpointRounding.ToEven).ToString("F" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        ('f', long v) => DoubleText.Fixed(v, precision),
        ('f', ulong v) => DoubleText.Fixed(v, precision),
        ('e', double v) => DoubleText.Scientific(v, precision),
        ('e', long v) => DoubleText.Scientific(v, precision),
        ('e', ulong v) => DoubleText.Scientific(v, precision),
        ('b', long v) => Radix(v, 2),
        ('b', ulong v) => v.ToString("B", CultureInfo.InvariantCulture),
        ('b', bool v) => v ? "1" : "0",
        ('o', long v) => Radix(v, 8),
        ('o', ulong v) => Octal(v),
        ('x' or 'X', long v) => Cased(Radix(v, 16), clause),
        ('x' or 'X', ulong v) => Cased(v.ToString("x", CultureInfo.InvariantCulture), clause),
        ('x' or 'X', string v) => Cased(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(v)), clause),
        ('x' or 'X', ReadOnlyMemory<byte> v) => Cased(Convert.ToHexStringLower(v.Span), clause),
        _ => null,
    };

    private static string Cased(string hex, char clause) => clause == 'X' ? hex.ToUpperInvariant() : hex;

    private static string Radix(long value, int radix)
    {
        ulong size = value < 0 ? unchecked(0UL - (ulong)value) : (ulong)value;
        string digits = radix switch
        {
            2 => size.ToString("B", CultureInfo.InvariantCulture),
            8 => Octal(size),
            _ => size.ToString("x", CultureInfo.InvariantCulture),
        };
        return value < 0 ? "-" + digits : digits;
    }

    private static string Octal(ulong value)
    {
        var digits = new StringBuilder();
        do
        {
            digits.Insert(0, (char)('0' + (int)(value & 7)));
            value >>= 3;
        }
        while (value != 0);
        return digits.ToString();
    }

    // A value may hold another many times over: each mention costs.
    private static string? Text(CelFrame frame, object? value) => !frame.Spend() || !RuntimeHelpers.TryEnsureSufficientExecutionStack() ? null : value switch
    {
        null => "null",
        string v => v,
        bool v => v ? "true" : "false",
        long v => v.ToString(CultureInfo.InvariantCulture),
        ulong v => v.ToString(CultureInfo.InvariantCulture),
        double v => DoubleText.Plain(v),
        decimal v => v.ToString(CultureInfo.InvariantCulture),
        Money v => v.ToString(),
        LocalDate v => LocalDatePattern.Iso.Format(v),
        ReadOnlyMemory<byte> v => Encoding.UTF8.GetString(v.Span),
        Instant v => TimeText.Text(v),
        Duration v => TimeText.Text(v),
        CelType v => v.Name,
        IReadOnlyList<object?> v => Joined(v.Select(i => Text(frame, i)), '[', ']'),
        ValueMap or Dictionary<string, object?> => Joined(Maps.Entries(value)
            .Select(e => Text(frame, e.Key) is { } key && Text(frame, e.Value) is { } entry ? key + ": " + entry : null).Order(StringComparer.Ordinal), '{', '}'),
        _ => null,
    };

    private static string? Joined(IEnumerable<string?> parts, char open, char close)
    {
        string?[] all = [.. parts];
        return all.Contains(null) ? null : open + string.Join(", ", all) + close;
    }
}
