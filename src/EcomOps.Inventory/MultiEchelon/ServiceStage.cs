namespace EcomOps.Inventory.MultiEchelon;

/// <summary>One stage of a network under guaranteed service.</summary>
/// <param name="Stage">Number of the stage; unique.</param>
/// <param name="Predecessors">Stages that supply it.</param>
/// <param name="ProcessingTime">T, whole time units that the stage itself takes; 0 or more.</param>
/// <param name="HoldingCost">h, money per unit and time unit held here (local, not echelon); 0 or more.</param>
/// <param name="DemandBound">z: safety stock covers demand up to z deviations; 0 or more.</param>
public sealed record ServiceStage(int Stage, IReadOnlyList<int> Predecessors, int ProcessingTime, double HoldingCost, double DemandBound)
{
    /// <summary>Standard deviation of the demand of the stage's own customers per time unit; null (the default) when it has none.</summary>
    public double? DemandDeviation { get; init; }

    /// <summary>Whole time units that an outside supplier takes at least; default 0.</summary>
    public int InboundServiceTime { get; init; }

    /// <summary>Longest service time allowed towards its own customers, whole time units; default 0: from stock.</summary>
    public int OutboundServiceTime { get; init; }
}
