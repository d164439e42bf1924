using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv.Internal;
using NodaTime;

namespace EcomOps.Analytics.Ltv;

/// <summary>The same model fitted anew at earlier and earlier days and held against the weeks that followed: is it off by habit, or only of late?</summary>
/// <param name="Model">Name of the candidate.</param>
/// <param name="Reports">One report an origin, latest first; their windows do not overlap.</param>
/// <remarks>Ratios that scatter about 1 with one far off speak of a season or an event, ratios that lie on one side of a model that does not fit. Immutable and thread-safe.</remarks>
public sealed record RollingOrigins(string Model, IReadOnlyList<HoldoutReport> Reports)
{
    /// <summary>Smallest ratio of actual to expected purchases; null without origins.</summary>
    public double? LowestRatio => Reports.Min(r => r.Ratio);

    /// <summary>Largest ratio of actual to expected purchases; null without origins.</summary>
    public double? HighestRatio => Reports.Max(r => r.Ratio);

    /// <summary>Judges a candidate at every origin that the history allows.</summary>
    /// <param name="orders">Orders.</param>
    /// <param name="asOf">Last day of the data, inclusive.</param>
    /// <param name="candidate">Model to fit at each origin.</param>
    /// <param name="weeks">Length of each window and distance of origins; 1 or more, 13 by default.</param>
    /// <param name="options">Least length of a calibration and least number of repeaters; the other settings play no part.</param>
    /// <param name="most">Most origins; 1 or more, 8 by default.</param>
    /// <param name="byCalendar">Whether time is counted by an <see cref="ActivityCalendar"/> estimated at each origin from what was known then; origins stop where the history before them is too short for one.</param>
    /// <returns>The reports; empty when the history is too short for one.</returns>
    public static RollingOrigins Compute(CustomerOrders orders, LocalDate asOf, PurchaseModelCandidate candidate, int weeks = 13, ModelSelectionOptions? options = null, int most = 8, bool byCalendar = false)
    {
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        options ??= new();
        options.Check();
        List<HoldoutReport> reports = [];
        for (int k = 1; k <= most; k++)
        {
            LocalDate origin = asOf.PlusWeeks(-k * weeks);
            if (HistoryCut.At(orders, origin, options) is not HistoryCut.Usable { Histories: var plain })
            {
                break;
            }

            RepeatSummaries histories = byCalendar ? HistoryCut.Summarise(orders, origin, byCalendar) : plain;
            if (byCalendar && histories.Calendar is null)
            {
                break;
            }

            reports.Add(HistoryCut.Report(orders, histories, candidate.Fit(histories), weeks));
        }

        return new RollingOrigins(candidate.Name, reports);
    }
}
