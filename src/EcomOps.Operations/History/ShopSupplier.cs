using EcomOps.Core;

namespace EcomOps.Operations.History;

/// <summary>A supplier and how reliably it delivers.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="LeadTimeDays">Mean time from order to receipt, in days, above 0.</param>
/// <param name="LeadTimeDeviationDays">Standard deviation of that time, in days, 0 or more.</param>
/// <param name="MinimumOrderValue">Smallest order it accepts, in the shop's currency; zero for none.</param>
public sealed record ShopSupplier(string Id, string Name, double LeadTimeDays, double LeadTimeDeviationDays, Money MinimumOrderValue)
{
    /// <summary>Observed times from order to receipt, in days; empty if none are recorded.</summary>
    public IReadOnlyList<int> ObservedLeadTimes { get; init; } = [];
}
