namespace EcomOps.Operations.State;

/// <summary>How far a simulated shop has come.</summary>
/// <param name="Seed">Seed of the shop.</param>
/// <param name="Months">Months that have been simulated, at least 1.</param>
public sealed record SimulationProgress(int Seed, int Months);
