namespace EcomOps.Analytics.Growth;

/// <summary>What a new customer is expected to bring, as contribution margin 2 (before marketing): never revenue.</summary>
/// <param name="PerCustomer">Margin per new customer in major units of the shop's currency.</param>
/// <param name="HorizonMonths">Months after the first order over which it is summed, above 0; a ratio without its horizon says nothing.</param>
public sealed record LifetimeMargin(decimal PerCustomer, int HorizonMonths)
{
    /// <summary>LTV:CAC.</summary>
    /// <param name="cac">Customer acquisition cost; null when not known.</param>
    /// <returns>Margin per customer over its cost; null when the cost is zero or not known.</returns>
    public decimal? Over(decimal? cac) => cac is { } cost and not 0 ? PerCustomer / cost : null;
}
