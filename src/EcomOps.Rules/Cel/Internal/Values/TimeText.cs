using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Rules.Cel.Internal.Values;

// Timestamps of the years 1 to 9999, and durations that fit 64 bits of nanoseconds, about 292 years, as in the reference implementation.
internal static class TimeText
{
    public static readonly Instant Earliest = Instant.FromUtc(1, 1, 1, 0, 0);
    public static readonly Instant Latest = Instant.FromUtc(9999, 12, 31, 23, 59, 59).PlusNanoseconds(999_999_999);
    private static readonly Duration Longest = Duration.FromNanoseconds(long.MaxValue);
    private static readonly OffsetDateTimePattern Rfc3339 = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<Z+HH:mm>");

    public static bool IsValid(Instant value) => value >= Earliest && value <= Latest;

    public static bool IsValid(Duration value) => value <= Longest && value >= -Longest;

    public static Instant? Timestamp(string text)
    {
        if (text.Length is < 20 or > 40)
        {
            return null;
        }

        string normal = char.ToUpperInvariant(text[10]) == 'T' ? text.ToUpperInvariant() : text;
        ParseResult<OffsetDateTime> parsed = Rfc3339.Parse(normal);
        return parsed.Success && parsed.Value.ToInstant() is var instant && IsValid(instant) ? instant : null;
    }

    public static string Text(Instant value) => InstantPattern.ExtendedIso.Format(value);

    /// <summary>Seconds with up to nine digits, as in <c>6347s</c>.</summary>
    public static string Text(Duration value)
    {
        Int128 nanoseconds = value.ToInt128Nanoseconds();
        string sign = nanoseconds < 0 ? "-" : string.Empty;
        Int128 size = Int128.Abs(nanoseconds);
        string whole = (size / 1_000_000_000).ToString(CultureInfo.InvariantCulture);
        long rest = (long)(size % 1_000_000_000);
        return rest == 0 ? sign + whole + "s" : sign + whole + "." + rest.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0') + "s";
    }

    /// <summary>An IANA name, or an offset such as <c>+05:30</c>, <c>-00:00</c> and <c>02:00</c>.</summary>
    public static DateTimeZone? Zone(string name)
    {
        if (name.Length is 0 or > 64)
        {
            return null;
        }

        int sign = name[0] is '+' or '-' ? 1 : 0;
        ReadOnlySpan<char> digits = name.AsSpan(sign);
        if (digits.Length == 5 && digits[2] == ':' && int.TryParse(digits[..2], NumberStyles.None, CultureInfo.InvariantCulture, out int hours)
            && int.TryParse(digits[3..], NumberStyles.None, CultureInfo.InvariantCulture, out int minutes) && hours <= 18 && minutes < 60 && (hours < 18 || minutes == 0))
        {
            int seconds = ((hours * 60) + minutes) * 60;
            return DateTimeZone.ForOffset(Offset.FromSeconds(name[0] == '-' ? -seconds : seconds));
        }

        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);
    }
}
