using EcomOps.Core;

namespace EcomOps.Inventory.Ledger.Internal;

// Findings that several commands share; the codes are part of the public contract.
internal static class Check
{
    public const long MaximumQuantity = 1_000_000_000_000_000;

    public const int MaximumText = 200;

    public static void Quantity(long quantity, string path, ref List<Issue>? issues)
    {
        if (quantity <= 0)
        {
            (issues ??= []).Add(new("quantity_not_positive", path, $"{quantity} is no quantity; give 1 or more."));
        }
        else if (quantity > MaximumQuantity)
        {
            (issues ??= []).Add(new("quantity_overflow", path, $"{quantity} is more than {MaximumQuantity}; check the unit of measure."));
        }
    }

    public static bool Reference(string? reference, string path, ref List<Issue>? issues)
    {
        if (!string.IsNullOrWhiteSpace(reference) && reference.Length <= MaximumText)
        {
            return true;
        }

        (issues ??= []).Add(new("reference_invalid", path, $"Give a reference of 1 to {MaximumText} characters; it is the idempotency key."));
        return false;
    }

    public static Issue UnknownSku(Sku sku, string path) => new("unknown_sku", path, $"'{sku}' is not in the ledger; receive it or define it first.");

    public static Issue UnknownLocation(string code, string path) => new("unknown_location", path, $"'{code}' is not a location; define it first.");

    public static Issue UnknownPool(string name, string path) => new("unknown_pool", path, $"'{name}' is neither a pool nor a location; define it first.");

    public static Issue UnknownChannel(string name, string path) => new("unknown_channel", path, $"'{name}' is not a sales channel; define it first.");
}
