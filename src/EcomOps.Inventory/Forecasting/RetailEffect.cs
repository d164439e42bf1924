namespace EcomOps.Inventory.Forecasting;

/// <summary>What a regressor was found to do to the demand of an item.</summary>
/// <param name="Name">Name of the regressor.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Factor">
/// Factor on demand, above 0: of a flag at 1 against 0 (a promotion that is neither new nor long); of a price 10 % below its median; of a
/// signal one standard deviation above its mean. An association in the history, not proof of a cause.
/// </param>
/// <param name="AssortmentFactor">The same for the assortment, towards which the item's own was drawn.</param>
public sealed record RetailEffect(string Name, RegressorKind Kind, double Factor, double AssortmentFactor);
