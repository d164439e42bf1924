namespace EcomOps.Operations.Settings;

/// <summary>What an <see cref="ExclusionRule"/> leaves its rows out of.</summary>
public enum ExclusionScope
{
    /// <summary>Out of sales, and so out of everything.</summary>
    Sales,

    /// <summary>Out of customer figures only: the row counts as the sale to a guest.</summary>
    Customers,
}
