using EcomOps.Core;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Formats.Settings.Internal;

/// <summary>Values that are written as texts.</summary>
internal static class Parsers
{
    internal static bool TryZone(string text, out DateTimeZone? zone)
    {
        zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(text);
        return zone is not null;
    }

    internal static bool TryCurrency(string text, out Currency? currency)
    {
        currency = Currency.TryFromCode(text, out Currency known) ? known : null;
        return currency is not null;
    }

    internal static bool TryCountry(string text, out CountryCode? country)
    {
        country = CountryCode.IsValid(text) ? new CountryCode(text) : default(CountryCode?);
        return country is not null;
    }

    internal static bool TryAddress(string text, out Uri? address)
    {
        address = Uri.TryCreate(text, UriKind.Absolute, out Uri? found) && (found.Scheme is "https" or "http") ? found : null;
        return address is not null;
    }

    internal static bool TryTime(string text, out LocalTime? time)
    {
        ParseResult<LocalTime> result = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text);
        time = result.Success ? result.Value : null;
        return result.Success;
    }

    internal static bool TryDatePattern(string text, out string? pattern)
    {
        pattern = text;
        try
        {
            LocalDateTimePattern.CreateWithInvariantCulture(text);
            return text.Contains("uuuu", StringComparison.Ordinal) || text.Contains("yyyy", StringComparison.Ordinal) || text.Contains("yy", StringComparison.Ordinal) || text.Contains("uu", StringComparison.Ordinal);
        }
        catch (InvalidPatternException)
        {
            return false;
        }
    }

    /// <summary>A single character of ASCII that no cell content needs; <c>tab</c> may be written out.</summary>
    internal static bool TryDelimiter(string text, out char? delimiter)
    {
        delimiter = text is "tab" or "\t" ? '\t' : text.Length == 1 ? text[0] : null;
        return delimiter is { } c && char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && c is not ('"' or '\r' or '\n' or ' ' or '.' or '-' or '+');
    }
}
