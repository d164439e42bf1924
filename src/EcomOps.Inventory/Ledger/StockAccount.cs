namespace EcomOps.Inventory.Ledger;

/// <summary>Where units of an item are: location, condition and lot. Equality by value, ordinal.</summary>
/// <param name="Location">Code of a real location or one of <see cref="VirtualLocation"/>.</param>
/// <param name="Condition">Condition; <see cref="StockCondition.Sellable"/> at virtual locations.</param>
/// <param name="Lot">Lot or serial number, or null for units without one.</param>
public readonly record struct StockAccount(string Location, StockCondition Condition = StockCondition.Sellable, string? Lot = null)
{
    /// <summary>Location, condition and lot in one text.</summary>
    /// <returns>For example <c>AMS-1/Sellable/L7</c>.</returns>
    public override string ToString() => Lot is null ? $"{Location}/{Condition}" : $"{Location}/{Condition}/{Lot}";
}
