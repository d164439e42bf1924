using EcomOps.Core;

namespace EcomOps.Inventory.Purchasing;

/// <summary>What one shipment of a supplier holds; the lines ordered together share it. A limit that is null does not bind.</summary>
/// <param name="Supplier">The supplier, as in <see cref="SupplierTerms.Supplier"/>.</param>
public sealed record ContainerLimit(string Supplier)
{
    /// <summary>Payload.</summary>
    public Weight? Weight { get; init; }

    /// <summary>Usable space in litres (a 40-foot container has about 67,000); above 0.</summary>
    public decimal? VolumeInLitres { get; init; }

    /// <summary>Pallet places; above 0. A pallet that is begun counts by its share.</summary>
    public decimal? Pallets { get; init; }
}
