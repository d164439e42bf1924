using EcomOps.Core;

namespace EcomOps.Analytics.Recommendations;

/// <summary>What selling one unit of an item brings.</summary>
/// <param name="Price">Net price.</param>
/// <param name="Margin">Contribution margin of a unit, in the same currency; may be negative; null when its cost is not known.</param>
public readonly record struct ItemValue(Money Price, Money? Margin);
