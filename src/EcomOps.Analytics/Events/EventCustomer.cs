namespace EcomOps.Analytics.Events;

/// <summary>What the shop knows of the buyer and may tell a collector.</summary>
/// <param name="AcquisitionSource">Channel that won the customer, for example <c>paid_search</c>; null when not known.</param>
/// <param name="LifetimePurchases">Orders so far, the one of this event included; 0 or more; null when not known.</param>
public sealed record EventCustomer(string? AcquisitionSource = null, int? LifetimePurchases = null);
