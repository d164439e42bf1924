using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Ltv;

/// <summary>Which purchase model was taken, and on what ground. No ground ever includes the reported holdout.</summary>
/// <remarks>Closed: <see cref="ByValidation"/>, <see cref="ByCriterion"/> or <see cref="Given"/>. Immutable and thread-safe.</remarks>
public abstract record ModelChoice
{
    private ModelChoice(string model) => Model = model;

    /// <summary>Name of the candidate taken.</summary>
    public string Model { get; }

    /// <summary>Taken for the largest predictive log score on the validation.</summary>
    /// <param name="After">Last day that the candidates were fitted to; the validation begins on the next.</param>
    /// <param name="Until">Last day of the validation, inclusive.</param>
    /// <param name="Scores">All candidates, best first; scores that differ by less than a millionth of a nat a customer count as equal and keep the order of the candidates.</param>
    /// <param name="Lead">Score of the first less that of the second, in nats; 0 when they count as equal.</param>
    /// <param name="LeadError">Standard error of the lead from the differences between customers; null with fewer than two.</param>
    public sealed record ByValidation(LocalDate After, LocalDate Until, IReadOnlyList<ValidationScore> Scores, double Lead, double? LeadError)
        : ModelChoice(Scores[0].Model)
    {
        /// <summary>Whether the lead is more than two standard errors; if not, the second would have served as well.</summary>
        public bool IsClear => LeadError is { } error && Lead > 2 * error;
    }

    /// <summary>Taken for the smallest Bayes criterion, because the history is too short or too thin for a validation.</summary>
    /// <param name="Until">Last day of the history that the criterion was computed on, before the holdout where there is one.</param>
    /// <param name="Reason">Why no validation was possible and what would allow one; code <c>history_too_short_for_validation</c> or <c>too_few_repeaters_for_validation</c>.</param>
    /// <param name="Fits">All candidates, smallest criterion first.</param>
    public sealed record ByCriterion(LocalDate Until, Issue Reason, IReadOnlyList<ModelFit> Fits) : ModelChoice(Fits[0].Model);

    /// <summary>The only candidate; nothing was compared.</summary>
    /// <param name="Name">Name of the candidate.</param>
    public sealed record Given(string Name) : ModelChoice(Name);
}
