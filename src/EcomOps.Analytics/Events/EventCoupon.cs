namespace EcomOps.Analytics.Events;

/// <summary>A coupon that was entered, applied, denied or removed.</summary>
/// <param name="Code">Code.</param>
/// <param name="Reason">Why it was denied; null otherwise.</param>
public sealed record EventCoupon(string Code, string? Reason = null);
