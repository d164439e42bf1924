using EcomOps.Core;

namespace EcomOps.Inventory.Purchasing;

/// <summary>How full a supplier's container is.</summary>
/// <param name="Limit">The container.</param>
/// <param name="Weight">Weight of the lines ordered now.</param>
/// <param name="VolumeInLitres">Their space.</param>
/// <param name="Pallets">Their pallets, begun ones by their share.</param>
public sealed record ContainerUse(ContainerLimit Limit, Weight Weight, decimal VolumeInLitres, decimal Pallets)
{
    /// <summary>Share of the limit that binds most, 0 to 1.</summary>
    public double Fill => (double)new[]
    {
        Limit.Weight is { InGrams: > 0 } weight ? Weight.InGrams / weight.InGrams : 0m,
        Limit.VolumeInLitres is > 0 and var volume ? VolumeInLitres / volume : 0m,
        Limit.Pallets is > 0 and var pallets ? Pallets / pallets : 0m,
    }.Max();
}
