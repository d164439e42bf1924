using EcomOps.Analytics.Customers;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Ltv.Internal;

// Fits a model in plain and in operational time at up to four origins, a year of windows so that every season may have its say,
// and compares what both made of the weeks that followed. All windows end before the holdout.
internal static class CalendarTrial
{
    private const int MostWindows = 4;

    public static CalendarUse Run(CustomerOrders orders, LocalDate holdoutAfter, PurchaseModelCandidate candidate, ModelSelectionOptions options)
    {
        if (!options.TryCalendar)
        {
            return new CalendarUse.NotTried(new Issue("calendar_not_wanted", "options", "The options leave seasons out.", Severity.Info));
        }

        double[] differences = new double[orders.CustomerCount];
        ActivityCalendar? latest = null;
        int windows = 0, customers = 0;
        Issue? missing = null;
        for (; windows < MostWindows; windows++)
        {
            LocalDate until = holdoutAfter.PlusWeeks(-windows * options.ValidationWeeks), after = until.PlusWeeks(-options.ValidationWeeks);
            HistoryCut cut = HistoryCut.At(orders, after, options);
            ActivityCalendarEstimate? estimate = cut is HistoryCut.Usable ? ActivityCalendarEstimate.From(orders, after) : null;
            if (cut is not HistoryCut.Usable { Histories: var plain } || estimate is not ActivityCalendarEstimate.Found { Calendar: var calendar })
            {
                missing = estimate is ActivityCalendarEstimate.TooShort { Reason: var reason } ? reason : ((HistoryCut.Missing)cut).ToIssue("calendar") with { Severity = Severity.Info };
                break;
            }

            latest ??= calendar;
            customers = Math.Max(customers, plain.Items.Count);
            Add(orders, plain, calendar.Summarise(orders, after), until, candidate, differences);
        }

        if (latest is null)
        {
            return new CalendarUse.NotTried(missing!);
        }

        (double lead, double? error) = PredictiveScore.Lead(differences, customers);
        return lead > 0 && error is { } e ? new CalendarUse.Helps(latest, windows, lead, e) : new CalendarUse.DoesNotHelp(latest, windows, lead, error);
    }

    // Adds, for each customer, the score in operational time less the one in plain time.
    private static void Add(CustomerOrders orders, RepeatSummaries plain, RepeatSummaries warped, LocalDate until, PurchaseModelCandidate candidate, double[] differences)
    {
        double[] byPlain = PredictiveScore.Of(candidate.Fit(plain), plain, orders.ToRepeatSummaries(until));
        double[] byCalendar = PredictiveScore.Of(candidate.Fit(warped), warped, warped.Calendar!.Summarise(orders, until));
        double[] jacobian = LogIndices(orders, warped, until);
        for (int i = 0; i < byPlain.Length; i++)
        {
            differences[plain.CustomerPositions![i]] += byCalendar[i] + jacobian[i] - byPlain[i];
        }
    }

    // A density in operational time is one in calendar time when multiplied by the speed of operational time at each purchase.
    private static double[] LogIndices(CustomerOrders orders, RepeatSummaries histories, LocalDate until)
    {
        double[] logs = new double[histories.Items.Count];
        for (LocalDate day = histories.Until!.Value.PlusDays(1); day <= until;)
        {
            // Month by month, in which the index is one number.
            LocalDate end = LocalDate.Min(until, day.With(DateAdjusters.EndOfMonth));
            IReadOnlyList<int> counts = orders.PurchaseDays(day.PlusDays(-1), end);
            double log = Math.Log(histories.Calendar!.Index(day));
            for (int i = 0; i < logs.Length; i++)
            {
                logs[i] += counts[histories.CustomerPositions![i]] * log;
            }

            day = end.PlusDays(1);
        }

        return logs;
    }
}
