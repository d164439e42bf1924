namespace EcomOps.Analytics.Customers;

/// <summary>Share of customers who came back.</summary>
/// <param name="Repeating">Customers with a second purchase.</param>
/// <param name="Customers">All customers.</param>
public readonly record struct RepeatRate(int Repeating, int Customers)
{
    /// <summary>Repeating over all, 0 to 1; null without customers.</summary>
    public double? Rate => Customers == 0 ? null : (double)Repeating / Customers;
}
