using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv.Internal;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Ltv;

/// <summary>A purchase model chosen on one part of the history, judged on a later part that the choice never saw, and fitted to all of it.</summary>
/// <param name="Choice">Which model and on what ground.</param>
/// <param name="Holdout">The chosen model, fitted to everything before the holdout, against the holdout; null when the history is too short for one.</param>
/// <param name="Model">The chosen model fitted to the whole history: the one to predict with.</param>
/// <param name="Histories">The histories behind it, in plain weeks or, where seasons help, in operational weeks.</param>
/// <param name="Calendar">Whether time is counted by the seasons of the shop.</param>
/// <param name="Issues">What the history did not allow: no validation, no holdout.</param>
/// <remarks>
/// The sequence: candidates are fitted to the calibration and scored on the validation; the best is fitted to both and reported on the
/// holdout; then it is fitted to everything. Immutable and thread-safe; time is counted in weeks.
/// Models compete in plain time; then the best is tried by an <see cref="ActivityCalendar"/> on the validation and up to three windows before it.
/// </remarks>
public sealed record ModelSelection(ModelChoice Choice, HoldoutReport? Holdout, PurchaseModel Model, RepeatSummaries Histories, CalendarUse Calendar, IReadOnlyList<Issue> Issues)
{
    /// <summary>Chooses, judges and fits.</summary>
    /// <param name="orders">Orders.</param>
    /// <param name="asOf">Last day of the data, inclusive; orders after it play no part.</param>
    /// <param name="options">Lengths of the parts and candidates; the defaults of <see cref="ModelSelectionOptions"/> when null.</param>
    /// <returns>The selection. Without validation the candidate with the smallest Bayes criterion before the holdout is taken, and <see cref="Choice"/> says why.</returns>
    /// <exception cref="ArgumentException">No customer ordered up to the day, or the options contradict themselves.</exception>
    public static ModelSelection Run(CustomerOrders orders, LocalDate asOf, ModelSelectionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(orders);
        options ??= new();
        options.Check();
        RepeatSummaries all = orders.ToRepeatSummaries(asOf);
        if (all.Items.Count == 0)
        {
            throw new ArgumentException($"No customer ordered up to {asOf:uuuu-MM-dd}; there is nothing to fit.", nameof(orders));
        }

        LocalDate holdoutAfter = asOf.PlusWeeks(-options.HoldoutWeeks);
        HistoryCut beforeHoldout = HistoryCut.At(orders, holdoutAfter, options);
        HistoryCut calibration = HistoryCut.At(orders, holdoutAfter.PlusWeeks(-options.ValidationWeeks), options);
        RepeatSummaries before = beforeHoldout is HistoryCut.Usable usable ? usable.Histories : all;
        ModelChoice choice = options.Candidates is [var only] ? new ModelChoice.Given(only.Name)
            : calibration is HistoryCut.Usable { Histories: var start } ? ByValidation(orders, start, before, options)
            : ByCriterion(before, ((HistoryCut.Missing)calibration).ToIssue("validation"), options.Candidates);
        PurchaseModelCandidate chosen = options.Candidates.Single(c => c.Name == choice.Model);
        CalendarUse calendar = CalendarTrial.Run(orders, holdoutAfter, chosen, options);
        if (calendar is CalendarUse.Helps)
        {
            (before, all) = (HistoryCut.Summarise(orders, holdoutAfter, true), HistoryCut.Summarise(orders, asOf, true));
        }

        List<Issue> issues = choice is ModelChoice.ByCriterion { Reason: var reason } ? [reason] : [];
        if (beforeHoldout is HistoryCut.Missing missing)
        {
            issues.Add(missing.ToIssue("holdout"));
        }

        HoldoutReport? holdout = beforeHoldout is HistoryCut.Usable ? HistoryCut.Report(orders, before, chosen.Fit(before), options.HoldoutWeeks) : null;
        return new ModelSelection(choice, holdout, chosen.Fit(all), all, calendar, issues);
    }

    private static ModelChoice.ByValidation ByValidation(CustomerOrders orders, RepeatSummaries calibration, RepeatSummaries until, ModelSelectionOptions options)
    {
        // Rounded to a millionth of a nat a customer, so that fits which end in the same place do not take turns by the last digits.
        double grain = 1e-6 * calibration.Items.Count;
        (ValidationScore Score, double[] Each)[] ranked =
        [
            .. options.Candidates.Select(c =>
            {
                PurchaseModel model = c.Fit(calibration);
                double[] scores = PredictiveScore.Of(model, calibration, until);
                return (new ValidationScore(c.Name, scores.Sum(), HistoryCut.Report(orders, calibration, model, options.ValidationWeeks)), scores);
            }).OrderByDescending(s => Math.Round(s.Item1.LogScore / grain)),
        ];
        (double lead, double? error) = PredictiveScore.Lead([.. ranked[0].Each.Zip(ranked[1].Each, (x, y) => x - y)], ranked[0].Each.Length);
        return new ModelChoice.ByValidation(calibration.Until!.Value, until.Until!.Value, [.. ranked.Select(r => r.Score)], Math.Abs(lead) < grain ? 0 : lead, error);
    }

    private static ModelChoice.ByCriterion ByCriterion(RepeatSummaries histories, Issue reason, IReadOnlyList<PurchaseModelCandidate> candidates) => new(
        histories.Until!.Value,
        reason,
        [.. candidates.Select(c => (c.Fit(histories).Estimate ?? throw new ArgumentException($"{c.Name} gives a model without estimate, which has no criterion to compare.", nameof(candidates))) with { Model = c.Name }).OrderBy(f => f.Bic)]);
}
