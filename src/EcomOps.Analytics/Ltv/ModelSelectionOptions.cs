namespace EcomOps.Analytics.Ltv;

/// <summary>How a history is cut for choosing and judging a purchase model.</summary>
/// <remarks>From the end backwards: the holdout, which only reports; the validation, which chooses; the calibration, to which candidates are fitted.</remarks>
public sealed record ModelSelectionOptions
{
    /// <summary>Weeks of the holdout at the end; 1 or more, 13 by default.</summary>
    public int HoldoutWeeks { get; init; } = 13;

    /// <summary>Weeks of the validation before it; 1 or more, 13 by default. Best as long as the holdout.</summary>
    public int ValidationWeeks { get; init; } = 13;

    /// <summary>Least weeks from the first order to the end of the calibration; 1 or more, 13 by default.</summary>
    public int CalibrationWeeks { get; init; } = 13;

    /// <summary>Least customers with a repeat purchase that a fit must rest on before it may be judged; 1 or more, 20 by default.</summary>
    public int FewestRepeaters { get; init; } = 20;

    /// <summary>Candidates with different names, at least one; <see cref="PurchaseModelCandidate.Standard"/> by default. A single one is taken as given.</summary>
    public IReadOnlyList<PurchaseModelCandidate> Candidates { get; init; } = PurchaseModelCandidate.Standard;

    /// <summary>Whether counting time by the seasons of the shop is tried where two whole years are known before the validation, and used where it foretells better there (<see cref="CalendarUse"/>); true by default.</summary>
    public bool TryCalendar { get; init; } = true;

    internal void Check()
    {
        foreach ((int weeks, string name) in (ReadOnlySpan<(int, string)>)[(HoldoutWeeks, nameof(HoldoutWeeks)), (ValidationWeeks, nameof(ValidationWeeks)), (CalibrationWeeks, nameof(CalibrationWeeks)), (FewestRepeaters, nameof(FewestRepeaters))])
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1, name);
        }

        if (Candidates.Count == 0 || Candidates.DistinctBy(c => c.Name).Count() < Candidates.Count)
        {
            throw new ArgumentException("Give at least one candidate, each with a name of its own.", nameof(Candidates));
        }
    }
}
