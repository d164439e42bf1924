namespace EcomOps.Testing.Shop.Internal;

/// <summary>A customer of the simulated shop.</summary>
internal sealed class ShopperProfile
{
    /// <summary>Number; null for a guest.</summary>
    internal required string? Id { get; init; }

    /// <summary>Pseudonym on the web.</summary>
    internal required string VisitorId { get; init; }

    /// <summary>What brought the first order.</summary>
    internal required string Channel { get; init; }

    /// <summary>Probability of never returning after an order.</summary>
    internal required double DropOut { get; init; }

    /// <summary>Where orders go.</summary>
    internal required Destination Home { get; init; }

    /// <summary>Whether orders come through the marketplace.</summary>
    internal required bool ViaMarketplace { get; init; }

    /// <summary>Mean time between orders.</summary>
    internal required double MeanGapDays { get; init; }

    /// <summary>Day on which the account was made.</summary>
    internal required int FirstDay { get; init; }

    /// <summary>Orders placed so far.</summary>
    internal int Orders { get; set; }
}
