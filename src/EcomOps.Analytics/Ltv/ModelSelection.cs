using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv.Internal;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Ltv;

/// <summary>A purchase model chosen on one part of the history, judged on a later part that the choice never saw, and fitted to all of it.</summary>
/// <param name="Choice">Which model and on what ground.</param>
/// <param name="Holdout">The chosen model, fitted to everything before the holdout, against the holdout; null when the history is too short for one.</param>
/// <param name="Model">The chosen model fitted to the whole history: the one to predict with.</param>
/// <param name="Histories">The histories behind it.</param>
/// <param name="Issues">What the history did not allow: no validation, no holdout.</param>
/// <remarks>
/// The sequence: candidates are fitted to the calibration and scored on the validation; the best is fitted to both and reported on the
/// holdout; then it is fitted to everything. Immutable and thread-safe; time is counted in weeks.
/// </remarks>
public sealed record ModelSelection(ModelChoice Choice, HoldoutReport? Holdout, PurchaseModel Model, RepeatSummaries Histories, IReadOnlyList<Issue> Issues)
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

        HistoryCut beforeHoldout = HistoryCut.At(orders, asOf.PlusWeeks(-options.HoldoutWeeks), options);
        HistoryCut calibration = HistoryCut.At(orders, asOf.PlusWeeks(-options.HoldoutWeeks - options.ValidationWeeks), options);
        RepeatSummaries before = beforeHoldout is HistoryCut.Usable usable ? usable.Histories : all;
        ModelChoice choice = options.Candidates is [var only] ? new ModelChoice.Given(only.Name)
            : calibration is HistoryCut.Usable { Histories: var start } ? ByValidation(orders, start, before, options)
            : ByCriterion(before, ((HistoryCut.Missing)calibration).ToIssue("validation"), options.Candidates);
        PurchaseModelCandidate chosen = options.Candidates.Single(c => c.Name == choice.Model);
        List<Issue> issues = choice is ModelChoice.ByCriterion { Reason: var reason } ? [reason] : [];
        if (beforeHoldout is HistoryCut.Missing missing)
        {
            issues.Add(missing.ToIssue("holdout"));
        }

        return new ModelSelection(
            choice,
            beforeHoldout is HistoryCut.Usable ? HistoryCut.Report(orders, before, chosen.Fit(before), options.HoldoutWeeks) : null,
            chosen.Fit(all),
            all,
            issues);
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
        (double lead, double? error) = PredictiveScore.Compare(ranked[0].Each, ranked[1].Each);
        return new ModelChoice.ByValidation(calibration.Until!.Value, until.Until!.Value, [.. ranked.Select(r => r.Score)], Math.Abs(lead) < grain ? 0 : lead, error);
    }

    private static ModelChoice.ByCriterion ByCriterion(RepeatSummaries histories, Issue reason, IReadOnlyList<PurchaseModelCandidate> candidates) => new(
        histories.Until!.Value,
        reason,
        [.. candidates.Select(c => (c.Fit(histories).Estimate ?? throw new ArgumentException($"{c.Name} gives a model without estimate, which has no criterion to compare.", nameof(candidates))) with { Model = c.Name }).OrderBy(f => f.Bic)]);
}
