namespace EcomOps.Inventory.MultiEchelon;

/// <summary>Echelon base-stock levels of a serial chain.</summary>
/// <param name="Levels">S_j per stage, from the customer-facing stage upstream: what is at the stage, in transit to it and downstream of it, less back-orders.</param>
/// <param name="CostPerPeriod">Expected cost per time unit; 0 where a heuristic gives none.</param>
public sealed record EchelonPolicy(IReadOnlyList<double> Levels, double CostPerPeriod);
