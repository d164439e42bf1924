namespace EcomOps.Inventory.Purchasing.Internal;

internal static class PlanningOptionsCheck
{
    public static PlanningOptions Valid(PlanningOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ReviewDays, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.HorizonDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumCoverDays, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.OverstockCoverDays, 1);
        if (!(options.HoldingRate is >= 0 and <= 10))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.HoldingRate, "The yearly holding rate must lie between 0 and 10.");
        }

        if (options.Containers.GroupBy(c => c.Supplier, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Supplier {twice.Key} has more than one container.", nameof(options));
        }

        return options.Containers.FirstOrDefault(c => c.Weight is { InGrams: <= 0 } || c.VolumeInLitres <= 0 || c.Pallets <= 0) is { } empty
            ? throw new ArgumentOutOfRangeException(nameof(options), empty, "The limits of a container must be above 0.")
            : options;
    }
}
