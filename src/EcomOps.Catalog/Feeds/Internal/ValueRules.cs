using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using EcomOps.Catalog.Products.Internal;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Catalog.Feeds.Internal;

// The rules on one value, by kind of attribute.
internal static partial class ValueRules
{
    private const int MeasureDecimals = 4;
    private const int LongestNumber = 60;

    public static void Check(ItemCheck check, FeedAttribute attribute, string value)
    {
        switch (attribute.Kind)
        {
            case FeedValueKind.Link:
                if (!WebAddress.IsValid(value))
                {
                    check.Error("invalid_url", attribute.Name, $"'{attribute.Name}' must be an absolute http or https address without white space.", value);
                }

                break;
            case FeedValueKind.Choice:
                CheckChoice(check, attribute, value);
                break;
            case FeedValueKind.Price:
                CheckPrice(check, attribute, value);
                break;
            case FeedValueKind.Date:
                if (FeedDate.Read(value) is null)
                {
                    check.Error("invalid_format", attribute.Name, $"'{attribute.Name}' must be an ISO 8601 date such as 2026-12-24 or 2026-12-24T10:00+01:00.", value);
                }

                break;
            case FeedValueKind.DateRange:
                CheckRange(check, attribute, value);
                break;
            case FeedValueKind.Measure:
                CheckMeasure(check, attribute, value);
                break;
            case FeedValueKind.WholeNumber:
                CheckWholeNumber(check, attribute, value);
                break;
            case FeedValueKind.Parts:
                CheckParts(check, attribute, value);
                break;
            case FeedValueKind.Gtin:
                GtinReading reading = Gtin.Read(value);
                if (reading.Reason is { } reason)
                {
                    check.Error(reason, attribute.Name, "The number cannot be used as a GTIN; leave it out or ask the maker for the right one.", value, null, reading.Suggestion);
                }

                break;
        }
    }

    private static void CheckChoice(ItemCheck check, FeedAttribute attribute, string value)
    {
        string? exact = attribute.Values.FirstOrDefault(v => string.Equals(v, value, StringComparison.Ordinal));
        string spelled = attribute.ToleratesSpaces ? value.Replace(' ', '_') : value;
        string? known = exact ?? attribute.Values.FirstOrDefault(v => string.Equals(v, spelled, StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            string values = string.Join(", ", attribute.Values);
            check.Error("invalid_value", attribute.Name, $"'{attribute.Name}' takes one of: {values}.", value, values);
            return;
        }

        check.Read(attribute.Name, known);
        if (exact is null)
        {
            check.Warn("non_canonical_value", attribute.Name, $"The channel spells this value '{known}'.", value, null, known);
        }
    }

    // Only the parts that have a list of values; those that are not there are the channel's matter.
    private static void CheckParts(ItemCheck check, FeedAttribute attribute, string value)
    {
        string[] parts = value.Split(':');
        for (int i = 0; i < attribute.PartValues.Count && i < parts.Length; i++)
        {
            IReadOnlyList<string> values = attribute.PartValues[i];
            if (values.Contains(parts[i], StringComparer.Ordinal))
            {
                continue;
            }

            if (values.FirstOrDefault(v => string.Equals(v, parts[i], StringComparison.OrdinalIgnoreCase)) is { } known)
            {
                check.Warn("non_canonical_value", attribute.Name, $"The channel spells this value '{known}'.", value, null, known);
            }
            else
            {
                string list = string.Join(", ", values);
                check.Error("invalid_value", attribute.Name, $"Part {i + 1} of '{attribute.Name}' is one of: {list}.", value, list);
            }
        }
    }

    private static void CheckPrice(ItemCheck check, FeedAttribute attribute, string value)
    {
        Match match = PricePattern().Match(value);
        if (!match.Success || !decimal.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount))
        {
            check.Error("invalid_format", attribute.Name, $"'{attribute.Name}' must be an amount, one space and a currency code, for example 15.00 USD.", value);
            return;
        }

        string written = match.Groups["code"].Value;
        string code = written.ToUpperInvariant();
        if (!Currency.TryFromCode(code, out Currency currency) || currency == Currency.None)
        {
            check.Error("unknown_currency", attribute.Name, $"'{written}' is not an active ISO 4217 currency code.", value);
            return;
        }

        if (code != written)
        {
            check.Warn("non_canonical_value", attribute.Name, "Currency codes are upper case.", value, null, value[..^3] + code);
        }

        if (match.Groups["decimals"].Length > currency.MinorUnits)
        {
            check.Error("too_precise", attribute.Name, $"{currency} has {currency.MinorUnits} decimals.", value, $"{currency.MinorUnits} decimals");
            return;
        }

        if (amount <= 0)
        {
            check.Error("out_of_range", attribute.Name, $"'{attribute.Name}' must be above zero.", value, "above 0");
        }

        check.Read(attribute.Name, new Money(amount, currency));
    }

    private static void CheckRange(ItemCheck check, FeedAttribute attribute, string value)
    {
        string[] ends = value.Split('/');
        if (ends.Length != 2 || FeedDate.Read(ends[0]) is not { } start || FeedDate.Read(ends[1]) is not { } end)
        {
            check.Error("invalid_format", attribute.Name, $"'{attribute.Name}' must be two ISO 8601 dates with a slash between them.", value);
        }
        else if (start >= end)
        {
            check.Error("date_range_reversed", attribute.Name, "The range must begin before it ends.", value);
        }
    }

    private static void CheckMeasure(ItemCheck check, FeedAttribute attribute, string value)
    {
        Match match = MeasurePattern().Match(value);
        if (!match.Success || value.Length > LongestNumber || !attribute.Units.Contains(match.Groups["unit"].Value))
        {
            check.Error("invalid_format", attribute.Name, $"'{attribute.Name}' must be a number, one space and a unit of: {string.Join(", ", attribute.Units)}.", value);
            return;
        }

        string number = match.Groups["number"].Value;
        string decimals = match.Groups["decimals"].Value;
        if (decimals.Length > MeasureDecimals)
        {
            check.Error("too_precise", attribute.Name, $"'{attribute.Name}' may have {MeasureDecimals} decimals.", value, $"{MeasureDecimals} decimals");
        }

        // Compared digit by digit, since a number in a feed may have more digits than any numeric type.
        if (Scaled(number, decimals, decimals.Length) is var scaled && (scaled <= 0 || scaled > Scaled(attribute.Maximum!.Value.ToString(CultureInfo.InvariantCulture), string.Empty, decimals.Length)))
        {
            check.Error("out_of_range", attribute.Name, $"'{attribute.Name}' must be above 0 and at most {attribute.Maximum}.", value, $"above 0, at most {attribute.Maximum}");
        }
    }

    private static void CheckWholeNumber(ItemCheck check, FeedAttribute attribute, string value)
    {
        if (value.Length > LongestNumber || !WholePattern().IsMatch(value))
        {
            check.Error("invalid_format", attribute.Name, $"'{attribute.Name}' must be a whole number.", value);
        }
        else if (BigInteger.Parse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) < attribute.Minimum)
        {
            check.Error("out_of_range", attribute.Name, $"'{attribute.Name}' must be {attribute.Minimum} or more.", value, $"{attribute.Minimum} or more");
        }
    }

    private static BigInteger Scaled(string number, string decimals, int scale)
    {
        int point = number.IndexOf('.', StringComparison.Ordinal);
        string digits = (point < 0 ? number : number[..point]) + decimals.PadRight(scale, '0');
        return BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\A(?<number>-?[0-9]+(\.(?<decimals>[0-9]+))?) (?<code>[A-Za-z]{3})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PricePattern();

    [GeneratedRegex(@"\A(?<number>-?[0-9]+(\.(?<decimals>[0-9]+))?) (?<unit>[A-Za-z]+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MeasurePattern();

    [GeneratedRegex(@"\A-?[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholePattern();
}
