using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>The reported month, which is the last complete one, and its bases.</summary>
internal sealed record ReportPeriods(YearMonth Month, YearMonth Prior, YearMonth PriorYear, YearMonth? Partial)
{
    internal LocalDate From => Month.OnDayOfMonth(1);

    internal LocalDate Until => From.PlusMonths(1);

    internal static ReportPeriods Of(ShopHistory history)
    {
        var month = new YearMonth(history.Until.Year, history.Until.Month).PlusMonths(-1);
        var first = new YearMonth(history.From.Year, history.From.Month);
        bool startsWithin = month < first;
        YearMonth reported = startsWithin ? first : month;
        YearMonth? partial = history.Until.Day > 1 && !startsWithin ? reported.PlusMonths(1) : null;
        return new(reported, reported.PlusMonths(-1), reported.PlusMonths(-12), partial);
    }
}
