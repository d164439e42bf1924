namespace EcomOps.Analytics.Metrics.Internal;

/// <summary>A refund that has taken over from its order what it did not know itself.</summary>
/// <param name="Refund">Refund.</param>
/// <param name="CostKnown">Whether the product's cost is known, so that the refund lowers the sales on which margin stands.</param>
internal readonly record struct BookedRefund(RefundFact Refund, bool CostKnown);
