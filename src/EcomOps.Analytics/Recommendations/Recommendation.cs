namespace EcomOps.Analytics.Recommendations;

/// <summary>One recommended item.</summary>
/// <param name="Item">Item.</param>
/// <param name="Score">The model's score, above 0; comparable within one list only.</param>
public sealed record Recommendation(string Item, double Score);
