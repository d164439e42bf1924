using EcomOps.Core;

namespace EcomOps.Inventory.Purchasing;

/// <summary>What one unit takes of a container.</summary>
/// <param name="Weight">Gross weight of a unit.</param>
/// <param name="VolumeInLitres">Space of a unit, packing included, in litres (cubic decimetres); 0 or more.</param>
/// <param name="UnitsPerPallet">Units on a full pallet; null where pallets are not used.</param>
public sealed record UnitLoad(Weight Weight, decimal VolumeInLitres = 0m, long? UnitsPerPallet = null);
