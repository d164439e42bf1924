namespace EcomOps.Inventory.Ledger;

/// <summary>Codes of the accounts outside the shop's walls. They may be negative; codes of real locations never start with <c>@</c>.</summary>
public static class VirtualLocation
{
    /// <summary>Where receipts come from.</summary>
    public const string Supplier = "@supplier";

    /// <summary>Where shipments go to and returns come from.</summary>
    public const string Customer = "@customer";

    /// <summary>The other side of counts, shrinkage and finds.</summary>
    public const string Adjustment = "@adjustment";

    /// <summary>Where scrapped units go.</summary>
    public const string Scrap = "@scrap";

    /// <summary>The other side of assembly.</summary>
    public const string Production = "@production";

    /// <summary>The other side of opening balances.</summary>
    public const string Opening = "@opening";

    /// <summary>Units under way between two locations.</summary>
    /// <param name="transfer">Reference of the transfer.</param>
    /// <returns><c>@transit/</c> and the reference.</returns>
    public static string Transit(string transfer) => "@transit/" + transfer;

    /// <summary>Whether a code is that of a virtual location.</summary>
    /// <param name="code">The code.</param>
    /// <returns>True when it starts with <c>@</c>.</returns>
    public static bool IsVirtual(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.StartsWith('@');
    }
}
