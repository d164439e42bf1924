namespace EcomOps.Analytics.Segments;

/// <summary>Cut points for <see cref="RfmScoring.Fixed"/>; a score is one plus the number of cuts that the value exceeds (recency: that it stays within, counted from the worst). No cut is below the one before; equal cuts skip a score.</summary>
/// <param name="RecencyDays">Days, ascending; at most the first is the best score: with 30, 90, 180, 365 a customer at exactly 30 days scores 5.</param>
/// <param name="Frequency">Counts, ascending; a value above the last cut scores best.</param>
/// <param name="Monetary">Amounts in major units of the store's currency, ascending.</param>
public sealed record RfmCuts(IReadOnlyList<int> RecencyDays, IReadOnlyList<int> Frequency, IReadOnlyList<decimal> Monetary);
