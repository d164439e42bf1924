using NodaTime;

namespace EcomOps.Routing.ServiceLevels;

/// <summary>A promise and what became of it.</summary>
/// <param name="OrderId">Order.</param>
/// <param name="Tier">Shipping tier.</param>
/// <param name="Region">Region of destination.</param>
/// <param name="LocationId">Location that shipped.</param>
/// <param name="PromisedOn">Last day promised.</param>
/// <param name="DeliveredOn">Local day of arrival; null while under way.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record PromisedDelivery(string OrderId, string Tier, string Region, string LocationId, LocalDate PromisedOn, LocalDate? DeliveredOn);
