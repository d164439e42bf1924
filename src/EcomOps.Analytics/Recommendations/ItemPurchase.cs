using NodaTime;

namespace EcomOps.Analytics.Recommendations;

/// <summary>One customer bought one item.</summary>
/// <param name="CustomerId">Stable id of the customer; not blank.</param>
/// <param name="ItemId">Item (SKU or product); not blank.</param>
/// <param name="At">When; decides what is held out when models are judged.</param>
public readonly record struct ItemPurchase(string CustomerId, string ItemId, Instant At);
