using EcomOps.Analytics.Cohorts.Internal;
using EcomOps.Analytics.Customers;

namespace EcomOps.Analytics.Cohorts;

/// <summary>Retention of customers by the period of their first order.</summary>
/// <param name="Options">Settings used.</param>
/// <param name="Cohorts">Cohorts, oldest first; periods without a first order have no cohort.</param>
/// <remarks>Immutable and thread-safe. One pass over orders sorted by customer and day.</remarks>
public sealed record CohortTable(CohortOptions Options, IReadOnlyList<Cohort> Cohorts)
{
    /// <summary>Computes the table.</summary>
    /// <param name="orders">Orders.</param>
    /// <param name="options">Settings; classic monthly retention when null.</param>
    /// <returns>The table; empty without orders.</returns>
    public static CohortTable Compute(CustomerOrders orders, CohortOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(orders);
        return CohortKernel.Compute(orders, options ?? new CohortOptions());
    }

    /// <summary>Retention in period k over all cohorts that completed it: customers over cohort sizes, never a mean of rates.</summary>
    /// <param name="period">k, 0 or more.</param>
    /// <returns>0 to 1; null when no cohort completed that period.</returns>
    public double? Average(int period)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(period);
        Cohort[] complete = [.. Cohorts.Where(c => c.Cells.Count > period && !c.Cells[period].IsPartial)];
        long size = complete.Sum(c => (long)c.Customers);
        return size == 0 ? null : complete.Sum(c => (double)c.Cells[period].Customers) / size;
    }
}
