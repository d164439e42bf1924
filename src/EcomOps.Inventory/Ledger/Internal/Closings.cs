using EcomOps.Core;
using NodaTime;

namespace EcomOps.Inventory.Ledger.Internal;

// What a closing or reopening of a period must fulfil.
internal static class Closings
{
    public static IEnumerable<Issue> Check(StockState state, PeriodEntry closing, Instant now)
    {
        if (closing.Zone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(closing.Zone) is null)
        {
            return [new("unknown_zone", "zone", $"'{closing.Zone}' is no IANA time zone; write for example Europe/Amsterdam.")];
        }

        List<Issue>? issues = null;
        if (closing.Through.Calendar != CalendarSystem.Iso || closing.Through.Year is < 1 or > 9998)
        {
            return [new("out_of_range", "through", "Give a day of the ISO calendar between the years 1 and 9998.")];
        }

        if (closing.FirstOpen > now)
        {
            (issues ??= []).Add(new("period_not_over", "through", $"{closing.Through:uuuu-MM-dd} ends at {closing.FirstOpen} and it is {now}; close it when it is over."));
        }

        if (state.ClosedPeriod is { } closed && closed.FirstOpen > closing.FirstOpen)
        {
            (issues ??= []).Add(new("period_already_closed", "through", $"The period is closed through {closed.Through:uuuu-MM-dd} ({closed.Zone}) already; reopen it with a reason to change that."));
        }

        Texts(closing, ref issues);
        return issues ?? [];
    }

    public static IEnumerable<Issue> CheckReopening(StockState state, PeriodEntry reopening)
    {
        List<Issue>? issues = null;
        if (reopening.Through.Calendar != CalendarSystem.Iso || reopening.Through.Year is < 1 or > 9998)
        {
            return [new("out_of_range", "from", "Give a day of the ISO calendar between the years 1 and 9998.")];
        }

        if (state.ClosedPeriod is not { } closed || reopening.Through >= closed.Through)
        {
            (issues ??= []).Add(new("period_not_closed", "from", state.ClosedPeriod is { } c ? $"The period is closed through {c.Through:uuuu-MM-dd}; {reopening.Through.PlusDays(1):uuuu-MM-dd} is open." : "No period is closed."));
        }

        if (string.IsNullOrWhiteSpace(reopening.Reason))
        {
            (issues ??= []).Add(new("reason_missing", "reason", "Say why the period is opened again."));
        }

        Texts(reopening, ref issues);
        return issues ?? [];
    }

    private static void Texts(PeriodEntry entry, ref List<Issue>? issues)
    {
        if (entry.Reason?.Length > Internal.Check.MaximumText || entry.Actor?.Length > Internal.Check.MaximumText)
        {
            (issues ??= []).Add(new("text_too_long", "reason", $"Reason and actor have at most {Internal.Check.MaximumText} characters."));
        }
    }
}
