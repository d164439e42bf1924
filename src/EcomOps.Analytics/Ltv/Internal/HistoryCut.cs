using EcomOps.Analytics.Customers;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Ltv.Internal;

// The histories as they stood at an earlier day, when they suffice for a fit that may be judged.
internal abstract record HistoryCut
{
    private HistoryCut()
    {
    }

    public static HistoryCut At(CustomerOrders orders, LocalDate day, ModelSelectionOptions options)
    {
        if (orders.FirstDay is not { } first || first.PlusWeeks(options.CalibrationWeeks) > day)
        {
            return new Missing("too_short", $"the history before {day:uuuu-MM-dd} is shorter than {options.CalibrationWeeks} weeks");
        }

        RepeatSummaries histories = orders.ToRepeatSummaries(day);
        int repeaters = histories.Items.Count(i => i.Frequency > 0);
        return repeaters >= options.FewestRepeaters
            ? new Usable(histories)
            : new Missing("too_few_repeaters", $"only {repeaters} customers had come back by {day:uuuu-MM-dd}, {options.FewestRepeaters} are needed");
    }

    // Purchases after the histories' last day, one figure a row.
    public static int[] Actual(CustomerOrders orders, RepeatSummaries histories, LocalDate until)
    {
        IReadOnlyList<int> counts = orders.PurchaseDays(histories.Until!.Value, until);
        return [.. histories.CustomerPositions!.Select(position => counts[position])];
    }

    public static HoldoutReport Report(CustomerOrders orders, RepeatSummaries histories, PurchaseModel model, int weeks)
    {
        LocalDate origin = histories.Until!.Value, until = origin.PlusWeeks(weeks);
        return HoldoutReport.Compute(model, histories, Actual(orders, histories, until), histories.Calendar?.Weeks(origin, until) ?? weeks) with { Until = until };
    }

    // Histories at a day, by the seasons known on that day or in plain time.
    public static RepeatSummaries Summarise(CustomerOrders orders, LocalDate day, bool byCalendar) =>
        byCalendar && ActivityCalendarEstimate.From(orders, day) is ActivityCalendarEstimate.Found { Calendar: var calendar } ? calendar.Summarise(orders, day) : orders.ToRepeatSummaries(day);

    public sealed record Usable(RepeatSummaries Histories) : HistoryCut;

    public sealed record Missing(string Code, string Reason) : HistoryCut
    {
        public Issue ToIssue(string what) => new($"{(Code == "too_short" ? "history_too_short" : Code)}_for_{what}", "history", $"No {what} was possible: {Reason}.", Severity.Warning);
    }
}
