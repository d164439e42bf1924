using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace EcomOps.Catalog.Feeds.Internal;

internal static partial class FeedDate
{
    // YYYY-MM-DD, or with Thh:mm[:ss] and Z or an offset; a bare day begins at midnight UTC. Null when it cannot be read.
    public static Instant? Read(string text)
    {
        Match match = Pattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int year = Number(match, "year"), month = Number(match, "month"), day = Number(match, "day");
        if (year == 0 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return null;
        }

        int hour = Number(match, "hour"), minute = Number(match, "minute"), second = Number(match, "second");
        int offsetHour = Number(match, "offsetHour"), offsetMinute = Number(match, "offsetMinute");
        if (hour > 23 || minute > 59 || second > 59 || offsetHour > 18 || offsetMinute > 59 || (offsetHour * 60) + offsetMinute > 18 * 60)
        {
            return null;
        }

        int sign = match.Groups["sign"].ValueSpan is "-" ? -1 : 1;
        Offset offset = Offset.FromSeconds(sign * ((offsetHour * 3600) + (offsetMinute * 60)));
        return new LocalDateTime(year, month, day, hour, minute, second).WithOffset(offset).ToInstant();
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"\A(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})(T(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2}))?(Z|(?<sign>[+-])(?<offsetHour>[0-9]{2}):?(?<offsetMinute>[0-9]{2})))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
