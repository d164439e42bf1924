using EcomOps.Analytics.Customers;
using EcomOps.Core;

namespace EcomOps.Analytics.Ltv;

/// <summary>What to expect of one customer.</summary>
/// <param name="CustomerId">Customer.</param>
/// <param name="History">Purchase history.</param>
/// <param name="ProbabilityAlive">0 to 1.</param>
/// <param name="ExpectedPurchases">Purchases expected within the horizon.</param>
/// <param name="LifetimeValue">Discounted expected value within the horizon, not rounded; null when the spend model has no finite mean.</param>
public sealed record CustomerValue(string CustomerId, RepeatSummary History, double ProbabilityAlive, double ExpectedPurchases, Money? LifetimeValue);
