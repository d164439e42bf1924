namespace EcomOps.Routing.ServiceLevels;

/// <summary>What the shop promises for a tier in a region.</summary>
/// <param name="Tier">Shipping tier.</param>
/// <param name="Region">Region of destination.</param>
/// <param name="BusinessDays">Business days from the day the order counts for to arrival, 0 or more.</param>
/// <param name="Target">Share of orders that shall arrive in time, above 0 up to 1; 0.95 by default.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record FulfilmentServiceLevel(string Tier, string Region, int BusinessDays, decimal Target = 0.95m);
