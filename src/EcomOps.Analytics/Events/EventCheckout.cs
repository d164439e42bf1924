namespace EcomOps.Analytics.Events;

/// <summary>Where the checkout stands.</summary>
/// <param name="Step">Number of the step, from 1; null when steps have none.</param>
/// <param name="ShippingTier">Shipping option, for example <c>express</c>.</param>
/// <param name="PaymentType">Means of payment.</param>
public sealed record EventCheckout(int? Step = null, string? ShippingTier = null, string? PaymentType = null);
