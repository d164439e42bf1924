using EcomOps.Core;

namespace EcomOps.Inventory.Ledger.Internal;

internal static class Serials
{
    // One unit, one number, one place at a time.
    public static Issue? Check(ItemState item, Sku sku, string? serial, long quantity, HashSet<(Sku, string)> seen, string path)
    {
        if (serial is null || quantity != 1)
        {
            return new("serial_missing", path, $"'{sku}' is tracked by serial number: give one line of 1 unit for each number.");
        }

        bool isHere = item.Accounts.Any(a => a.Key.Lot == serial && a.Value.Quantity > 0 && a.Key.Location != VirtualLocation.Customer && a.Key.Location != VirtualLocation.Scrap
            && a.Key.Location != VirtualLocation.Adjustment);
        return isHere || !seen.Add((sku, serial)) ? new("serial_present", path, $"Serial '{serial}' of '{sku}' is already in stock; one of the two numbers is wrong.") : null;
    }
}
