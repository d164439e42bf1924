using EcomOps.Core;

namespace EcomOps.Operations.Steps;

/// <summary>How orders of one group left and arrived; durations are in days from the order.</summary>
internal sealed record FulfilmentGroup(string Tier, string Region, int Shipped, int Delivered, double? OnTime, double? MedianDays, double? P95Days, double? MedianPromise, Money? Cost);

/// <summary>What one site shipped.</summary>
internal sealed record SiteFulfilment(string Site, int Orders, double MedianHoursToShip, Money? Cost);

/// <summary>Fulfilment of the reported month; empty groups when the source records no shipments.</summary>
internal sealed record FulfilmentSummary(
    int Orders,
    int Shipped,
    FulfilmentGroup? All,
    FulfilmentGroup? Prior,
    FulfilmentGroup? PriorYear,
    IReadOnlyList<FulfilmentGroup> Groups,
    IReadOnlyList<SiteFulfilment> Sites,
    IReadOnlyList<(string Month, double? OnTime)> Trend);
