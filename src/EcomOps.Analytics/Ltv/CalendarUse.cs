using EcomOps.Core;

namespace EcomOps.Analytics.Ltv;

/// <summary>Whether a purchase model counts time by the seasons of the shop, and on what ground.</summary>
/// <remarks>Closed: <see cref="Helps"/>, <see cref="DoesNotHelp"/> or <see cref="NotTried"/>.
/// The windows are up to four in a row, so that every season may have its say: a calendar is of little use on quiet months alone.
/// No ground ever includes the reported holdout. Immutable and thread-safe.</remarks>
public abstract record CalendarUse
{
    private CalendarUse()
    {
    }

    /// <summary>On windows before the holdout the model foretold better by the calendar: it is used.</summary>
    /// <param name="Trial">Calendar of the latest window, estimated from what came before it; what predicts is estimated anew from all that is known then.</param>
    /// <param name="Windows">Windows compared, each as long as the validation and all before the holdout; 1 to 4.</param>
    /// <param name="Lead">Predictive log score by the calendar less the one in plain time, summed over the windows, in nats; above 0.</param>
    /// <param name="LeadError">Standard error from the differences between customers.</param>
    public sealed record Helps(ActivityCalendar Trial, int Windows, double Lead, double LeadError) : CalendarUse;

    /// <summary>On windows before the holdout the calendar was no better than plain time: it is not used.</summary>
    /// <param name="Trial">Calendar of the latest window.</param>
    /// <param name="Windows">Windows compared, each as long as the validation and all before the holdout; 1 to 4.</param>
    /// <param name="Lead">Predictive log score by the calendar less the one in plain time, in nats; 0 or less.</param>
    /// <param name="LeadError">Standard error from the differences between customers; null with fewer than two.</param>
    public sealed record DoesNotHelp(ActivityCalendar Trial, int Windows, double Lead, double? LeadError) : CalendarUse;

    /// <summary>Not tried: the history before a window is too short, or the options say so.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record NotTried(Issue Reason) : CalendarUse;
}
