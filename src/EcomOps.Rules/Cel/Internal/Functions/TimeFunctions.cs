using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Values;
using NodaTime;

namespace EcomOps.Rules.Cel.Internal.Functions;

// Parts of timestamps, in UTC or a zone, and of durations. Months, days of the month and of the year begin at 0, getDate at 1; Sunday is 0.
internal static class TimeFunctions
{
    private const string NoZone = "There is no such time zone; write an IANA name such as Europe/Amsterdam, or an offset such as +02:00.";

    public static IEnumerable<Overload> All =>
    [
        .. Part("getFullYear", t => t.YearOfEra),
        .. Part("getMonth", t => t.Month - 1),
        .. Part("getDayOfYear", t => t.DayOfYear - 1),
        .. Part("getDayOfMonth", t => t.Day - 1),
        .. Part("getDate", t => t.Day),
        .. Part("getDayOfWeek", t => (int)t.DayOfWeek % 7),
        .. Part("getHours", t => t.Hour),
        .. Part("getMinutes", t => t.Minute),
        .. Part("getSeconds", t => t.Second),
        .. Part("getMilliseconds", t => t.Millisecond),
        Make.Of<Duration, long>("duration.getHours() -> int", d => Whole(d, 3_600_000_000_000)),
        Make.Of<Duration, long>("duration.getMinutes() -> int", d => Whole(d, 60_000_000_000)),
        Make.Of<Duration, long>("duration.getSeconds() -> int", d => Whole(d, 1_000_000_000)),
        Make.Of<Duration, long>("duration.getMilliseconds() -> int", d => Whole(d, 1_000_000) % 1000),
    ];

    private static long Whole(Duration duration, long unit) => (long)(duration.ToInt128Nanoseconds() / unit);

    private static IEnumerable<Overload> Part(string name, Func<LocalDateTime, int> part)
    {
        yield return Make.Of<Instant, long>($"timestamp.{name}() -> int", t => part(t.InUtc().LocalDateTime));
        yield return new Overload<Instant, string, long>($"timestamp.{name}(string) -> int", (CelFrame frame, Instant t, string zone, out long value) =>
        {
            DateTimeZone? found = TimeText.Zone(zone);
            value = found is null ? 0 : part(t.InZone(found).LocalDateTime);
            return found is null ? frame.Fail(NoZone) : Status.Ok;
        });
    }
}
