namespace EcomOps.Inventory.MultiEchelon;

/// <summary>One stage of a serial supply chain.</summary>
/// <param name="EchelonHoldingCost">Money per unit and time unit on the stage's echelon: its local cost less that of the next stage upstream; 0 or more.</param>
/// <param name="LeadTime">Time from the next stage upstream (or the outside supplier) to here; 0 or more, may be fractional.</param>
public sealed record SerialStage(double EchelonHoldingCost, double LeadTime);
