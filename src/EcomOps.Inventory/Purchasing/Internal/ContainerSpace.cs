using EcomOps.Core;

namespace EcomOps.Inventory.Purchasing.Internal;

// What is left of one supplier's container.
internal sealed class ContainerSpace(ContainerLimit limit)
{
    private Weight _weight = Weight.Zero;
    private decimal _litres;
    private decimal _pallets;

    public ContainerUse Use => new(limit, _weight, _litres, _pallets);

    // Most units of a load that still fit; all when the load is not known.
    public long Room(UnitLoad? load)
    {
        if (load is null)
        {
            return long.MaxValue;
        }

        decimal room = long.MaxValue;
        if (limit.Weight is { } weight && load.Weight.InGrams > 0)
        {
            room = Math.Min(room, (weight.InGrams - _weight.InGrams) / load.Weight.InGrams);
        }

        if (limit.VolumeInLitres is { } litres && load.VolumeInLitres > 0)
        {
            room = Math.Min(room, (litres - _litres) / load.VolumeInLitres);
        }

        if (limit.Pallets is { } pallets && load.UnitsPerPallet is { } perPallet)
        {
            room = Math.Min(room, (pallets - _pallets) * perPallet);
        }

        // Shares of a pallet do not add up exactly: a millionth of a unit is no unit.
        return (long)Math.Floor(Math.Max(0, room) + 0.000001m);
    }

    public void Take(UnitLoad? load, long units)
    {
        if (load is not null)
        {
            _weight += load.Weight * units;
            _litres += load.VolumeInLitres * units;
            _pallets += load.UnitsPerPallet is { } perPallet ? (decimal)units / perPallet : 0m;
        }
    }
}
