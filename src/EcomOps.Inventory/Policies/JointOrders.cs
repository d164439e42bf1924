namespace EcomOps.Inventory.Policies;

/// <summary>Joint orders of several items.</summary>
/// <param name="OrderQuantities">Units per order of each item.</param>
/// <param name="BaseCycleTime">Time between two joint orders, T.</param>
/// <param name="OrderMultiples">Item i takes part in every m_i-th joint order.</param>
/// <param name="CostRate">Model cost per time unit.</param>
public sealed record JointOrders(IReadOnlyList<double> OrderQuantities, double BaseCycleTime, IReadOnlyList<int> OrderMultiples, double CostRate);
