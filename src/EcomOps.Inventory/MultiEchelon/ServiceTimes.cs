namespace EcomOps.Inventory.MultiEchelon;

/// <summary>Committed service times of a network.</summary>
/// <param name="Committed">S per stage number: time units in which the stage promises to deliver to the next.</param>
/// <param name="CostRate">Holding cost of the safety stocks per time unit.</param>
public sealed record ServiceTimes(IReadOnlyDictionary<int, int> Committed, double CostRate);
