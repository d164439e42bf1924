namespace EcomOps.Analytics.Customers;

/// <summary>How customer ids are ordered; every tie between customers is broken by this order.</summary>
public enum CustomerIdOrder
{
    /// <summary>By UTF-16 code units, ascending.</summary>
    Text,

    /// <summary>As whole numbers, ascending; ids that are no number follow, as text.</summary>
    Number,
}
