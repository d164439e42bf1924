using EcomOps.Operations.History;

namespace EcomOps.Testing.Shop.Internal;

/// <summary>A SKU of the simulated shop with what changes from day to day. Arrays are by site.</summary>
internal sealed class ShopItem(ShopProduct product, CategoryPlan category, int productNumber, double popularity, int launchDay, int sites)
{
    internal ShopProduct Product { get; } = product;

    internal CategoryPlan Category { get; } = category;

    /// <summary>Number of the product within its category.</summary>
    internal int ProductNumber { get; } = productNumber;

    internal double Popularity { get; } = popularity;

    internal int LaunchDay { get; } = launchDay;

    internal long[] OnHand { get; } = new long[sites];

    internal long OnOrder { get; set; }

    /// <summary>Units sold in the current week and in the seven before.</summary>
    internal Queue<long> WeeklySales { get; } = new();

    internal long SoldThisWeek { get; set; }

    internal long TotalOnHand => OnHand.Sum();
}
