using EcomOps.Inventory.MultiEchelon.Internal;

namespace EcomOps.Inventory.MultiEchelon;

/// <summary>A tree of stages under guaranteed service: each promises a service time to the next, and holds the safety stock that the promise needs.</summary>
/// <remarks>
/// Safety stock of a stage: <c>z sigma sqrt(SI + T - S)</c>, SI the longest service time promised to it. Exact by dynamic programming over the
/// tree (Graves and Willems 2000, Manufacturing and Service Operations Management 2(1)). Thread-safe.
/// </remarks>
public sealed class GuaranteedServiceNetwork
{
    private readonly ServiceStage[] _stages;

    /// <summary>Describes the network.</summary>
    /// <param name="stages">Stages in any order; without directions they form a tree.</param>
    /// <exception cref="ArgumentException">No stage, a number twice, an unknown predecessor, a value below 0, or no tree.</exception>
    public GuaranteedServiceNetwork(IReadOnlyList<ServiceStage> stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        _stages = [.. stages];
        HashSet<int> numbers = [.. _stages.Select(s => s.Stage)];
        bool sound = _stages.Length > 0 && numbers.Count == _stages.Length && _stages.All(s => s.Predecessors.All(numbers.Contains) && s.ProcessingTime >= 0
            && s.InboundServiceTime >= 0 && s.OutboundServiceTime >= 0 && s.HoldingCost >= 0 && s.DemandBound >= 0 && !(s.DemandDeviation < 0));
        if (!sound || _stages.Sum(s => s.Predecessors.Count) != _stages.Length - 1 || !ServiceTimeSearch.IsConnected(_stages))
        {
            throw new ArgumentException("Guaranteed service needs stages with values of 0 or more that form one tree.", nameof(stages));
        }
    }

    /// <summary>The cheapest service times.</summary>
    /// <returns>Whole service times per stage and the cost of the safety stock.</returns>
    public ServiceTimes Optimise() => new ServiceTimeSearch(_stages).Best();

    /// <summary>Cost of given service times.</summary>
    /// <param name="committed">S per stage number.</param>
    /// <returns>Cost per time unit; null when the times are not feasible (a stage would deliver before it could, or later than its customers accept).</returns>
    /// <exception cref="ArgumentException">A stage has no time.</exception>
    public double? Cost(IReadOnlyDictionary<int, int> committed)
    {
        ArgumentNullException.ThrowIfNull(committed);
        return _stages.All(s => committed.ContainsKey(s.Stage))
            ? new ServiceTimeSearch(_stages).CostOf(committed)
            : throw new ArgumentException("Every stage needs a service time.", nameof(committed));
    }
}
