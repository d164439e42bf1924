namespace EcomOps.Analytics.Recommendations;

/// <summary>One item of a merchandised list, or one that was left out.</summary>
/// <param name="Item">Item.</param>
/// <param name="Score">The model's score after the rules; the list's order.</param>
/// <param name="ModelScore">The model's score before.</param>
/// <param name="Points">Percent by which the rules changed it.</param>
/// <param name="Reasons">Why, the largest change first; for an item left out, why it was.</param>
public sealed record MerchandisedItem(string Item, double Score, double ModelScore, long Points, IReadOnlyList<string> Reasons);
