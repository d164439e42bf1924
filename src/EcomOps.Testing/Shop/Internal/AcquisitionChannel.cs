namespace EcomOps.Testing.Shop.Internal;

/// <summary>A channel that brings customers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">Share of first orders.</param>
/// <param name="DropOut">Probability that a customer never returns after an order.</param>
/// <param name="CostPerOrder">Spend for a first order; 0 for channels without spend.</param>
internal sealed record AcquisitionChannel(string Name, double Share, double DropOut, double CostPerOrder)
{
    internal static IReadOnlyList<AcquisitionChannel> All { get; } =
    [
        new("organic_search", 0.27, 0.42, 0),
        new("paid_search", 0.24, 0.50, 17.5),
        new("social", 0.18, 0.60, 13.0),
        new("direct", 0.13, 0.38, 0),
        new("referral", 0.09, 0.33, 6.5),
        new("affiliate", 0.09, 0.55, 11.0),
    ];

    internal static double[] Shares { get; } = [.. All.Select(channel => channel.Share)];
}
