using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.Cel.Internal.Values;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Rules.Cel.Internal.Functions;

// date of the dialect: calendar days of the years 1 to 9999.
internal static class DateFunctions
{
    private const string NoDate = "The text is no date of the years 1 to 9999, such as 2026-11-27.";
    private const string NoZone = "There is no such time zone; write an IANA name such as Europe/Amsterdam, or an offset such as +02:00.";
    private static readonly LocalDate First = new(1, 1, 1);
    private static readonly LocalDate Last = new(9999, 12, 31);

    public static IEnumerable<Overload> All =>
    [
        Make.Of<LocalDate, LocalDate>("date(date) -> date", a => a),
        Make.Try<string, LocalDate>("date(string) -> date", a => LocalDatePattern.Iso.Parse(a) is { Success: true } day && day.Value >= First && day.Value <= Last ? day.Value : null, NoDate),
        Make.Of<LocalDate, string>("string(date) -> string", LocalDatePattern.Iso.Format),
        Make.Try<long, Duration>("days(int) -> duration", a => Math.Abs((decimal)a) <= 106_751 ? Duration.FromDays((int)a) : null, "The duration is longer than about 292 years."),
        new Overload<Instant, string, LocalDate>("timestamp.dateIn(string) -> date", (CelFrame frame, Instant a, string zone, out LocalDate value) =>
        {
            DateTimeZone? found = TimeText.Zone(zone);
            value = found is null ? default : a.InZone(found).Date;
            return found is null ? frame.Fail(NoZone) : Status.Ok;
        }),
        Make.Of<LocalDate, long>("date.dayOfWeek() -> int", a => (int)a.DayOfWeek),
        Make.Of<LocalDate, long>("date.year() -> int", a => a.Year),
        Make.Of<LocalDate, long>("date.month() -> int", a => a.Month),
        Make.Of<LocalDate, long>("date.day() -> int", a => a.Day),
        new OperatorOverload<LocalDate, Duration, LocalDate, Shift>("_+_(date, duration) -> date"),
        new OperatorOverload<Duration, LocalDate, LocalDate, Shift>("_+_(duration, date) -> date"),
        new OperatorOverload<LocalDate, Duration, LocalDate, Back>("_-_(date, duration) -> date"),
        new OperatorOverload<LocalDate, LocalDate, long, Back>("_-_(date, date) -> int"),
    ];

    private static Status Moved(CelFrame frame, LocalDate date, Duration by, int sign, out LocalDate value)
    {
        value = date;
        if (by != Duration.FromDays(by.Days))
        {
            return frame.Fail("A date moves by whole days; write days(3).");
        }

        int days = sign * by.Days;
        if (days < Period.DaysBetween(date, First) || days > Period.DaysBetween(date, Last))
        {
            return frame.Fail("The date is outside the years 1 to 9999.");
        }

        value = date.PlusDays(days);
        return Status.Ok;
    }

    private readonly struct Shift : IOperation<LocalDate, Duration, LocalDate>, IOperation<Duration, LocalDate, LocalDate>
    {
        public static Status Apply(CelFrame frame, LocalDate left, Duration right, out LocalDate value) => Moved(frame, left, right, 1, out value);

        public static Status Apply(CelFrame frame, Duration left, LocalDate right, out LocalDate value) => Moved(frame, right, left, 1, out value);
    }

    private readonly struct Back : IOperation<LocalDate, Duration, LocalDate>, IOperation<LocalDate, LocalDate, long>
    {
        public static Status Apply(CelFrame frame, LocalDate left, Duration right, out LocalDate value) => Moved(frame, left, right, -1, out value);

        public static Status Apply(CelFrame frame, LocalDate left, LocalDate right, out long value)
        {
            value = Period.DaysBetween(right, left);
            return Status.Ok;
        }
    }
}
