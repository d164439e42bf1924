using EcomOps.Operations.History;
using EcomOps.Routing;
using EcomOps.Routing.ServiceLevels;

namespace EcomOps.Operations.Steps;

/// <summary>One of the newest orders and where it was sent from.</summary>
internal sealed record RoutedOrder(ShopOrder Order, string Tier, RoutingOutcome Outcome);

/// <summary>The network, the promises kept in the reported month, and the newest orders.</summary>
/// <param name="Network">Locations and rates; null when sites or shipping tiers are not known.</param>
/// <param name="Kept">Promises kept by tier and region.</param>
/// <param name="Orders">The newest orders, oldest first.</param>
/// <param name="NotRouted">Newest orders without a country of destination.</param>
internal sealed record RoutingResults(RoutingNetwork? Network, ServiceLevelReport Kept, IReadOnlyList<RoutedOrder> Orders, int NotRouted)
{
    internal const int Newest = 50;
}
