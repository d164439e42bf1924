using System.Buffers;
using System.Globalization;
using NodaTime;

namespace EcomOps.Rules.Vocabularies.Internal;

// The text form of CEL durations: a sign, then numbers with units h, m, s, ms, us, ns.
internal static class DurationText
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    public static object? Parse(string text)
    {
        ReadOnlySpan<char> rest = text;
        bool negative = rest.Length > 0 && rest[0] == '-';
        if (rest.Length > 0 && rest[0] is '-' or '+')
        {
            rest = rest[1..];
        }

        if (rest is "0")
        {
            return Duration.Zero;
        }

        decimal nanoseconds = 0m;
        if (rest.Length is 0 or > 60)
        {
            return null;
        }

        while (rest.Length > 0)
        {
            int number = rest.IndexOfAnyExcept(NumberCharacters);
            if (number <= 0)
            {
                return null;
            }

            int unit = rest[number..].IndexOfAny(NumberCharacters);
            ReadOnlySpan<char> name = unit < 0 ? rest[number..] : rest.Slice(number, unit);
            decimal factor = name switch
            {
                "h" => 3_600_000_000_000m,
                "m" => 60_000_000_000m,
                "s" => 1_000_000_000m,
                "ms" => 1_000_000m,
                "us" or "\u00b5s" or "\u03bcs" => 1_000m,
                "ns" => 1m,
                _ => 0m,
            };
            if (factor == 0m || !decimal.TryParse(rest[..number], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount) || amount > 1e13m)
            {
                return null;
            }

            nanoseconds += amount * factor;
            rest = unit < 0 ? [] : rest[(number + unit)..];
        }

        return Math.Abs(nanoseconds) <= long.MaxValue
            ? Duration.FromNanoseconds((Int128)decimal.Truncate(negative ? -nanoseconds : nanoseconds))
            : null;
    }
}
