using EcomOps.Core;
using NodaTime;

namespace EcomOps.Operations.History;

/// <summary>How an order left and arrived.</summary>
/// <param name="SiteId">Site that shipped.</param>
/// <param name="Carrier">Carrier and service.</param>
/// <param name="ShippedAt">When it was handed to the carrier.</param>
/// <param name="DeliveredAt">When it arrived; null while under way.</param>
/// <param name="PromisedOn">Last day promised to the customer.</param>
/// <param name="Cost">Paid to the carrier, in the shop's currency.</param>
public sealed record ShipmentRecord(string SiteId, string Carrier, Instant ShippedAt, Instant? DeliveredAt, LocalDate PromisedOn, Money Cost);
