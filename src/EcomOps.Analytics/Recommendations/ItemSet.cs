namespace EcomOps.Analytics.Recommendations;

/// <summary>Items that often lie in one basket.</summary>
/// <param name="Items">Item names, ordinal ascending.</param>
/// <param name="Count">Baskets that hold all of them.</param>
/// <param name="Support">Count over all baskets, 0 to 1.</param>
public sealed record ItemSet(IReadOnlyList<string> Items, int Count, double Support);
