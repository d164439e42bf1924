namespace EcomOps.Inventory.Forecasting;

/// <summary>Forecast of one item of an assortment, and the effects it rests on.</summary>
/// <param name="Id">The item.</param>
/// <param name="Forecast">Distributions per period and for totals; its issues tell what was wrong with the history or a regressor.</param>
/// <param name="Effects">One for each regressor that could be used, in the item's order; empty for an item without demand.</param>
public sealed record RetailForecast(string Id, Forecast Forecast, IReadOnlyList<RetailEffect> Effects);
