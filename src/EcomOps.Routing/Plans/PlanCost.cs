using EcomOps.Core;

namespace EcomOps.Routing.Plans;

/// <summary>The objective of a plan, part by part.</summary>
/// <param name="Parcels">Carriers' prices per parcel and handling per parcel.</param>
/// <param name="Units">Carriers' prices by weight and handling per unit.</param>
/// <param name="Surcharges">Costs that rules add to parcels.</param>
/// <param name="Splits">Split cost for each parcel after the first.</param>
/// <param name="Backorders">Penalties for units left unfilled.</param>
/// <remarks>Equal by value. Exact to a hundredth of the minor unit; round once, at the end.</remarks>
public readonly record struct PlanCost(Money Parcels, Money Units, Money Surcharges, Money Splits, Money Backorders)
{
    /// <summary>Sum of the parts: what was minimised.</summary>
    public Money Total => Parcels + Units + Surcharges + Splits + Backorders;
}
