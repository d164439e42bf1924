using EcomOps.Core;

namespace EcomOps.Inventory.Purchasing;

/// <summary>What a cycle service level costs and gives, in a steady state.</summary>
/// <param name="Service">Cycle service level of every item, in (0, 1).</param>
/// <param name="SafetyStock">Units above mean demand of the protection interval, all items.</param>
/// <param name="MeanStock">Mean units on hand, all items.</param>
/// <param name="StockValue">Mean stock at unit cost.</param>
/// <param name="HoldingPerYear">Cost of holding it for a year.</param>
/// <param name="FillRate">Share of all demanded units served from stock.</param>
/// <param name="ShortPerYear">Units a year that have to wait.</param>
public sealed record ServicePoint(double Service, double SafetyStock, double MeanStock, Money StockValue, Money HoldingPerYear, double FillRate, double ShortPerYear);
