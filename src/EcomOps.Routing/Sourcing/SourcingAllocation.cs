namespace EcomOps.Routing.Sourcing;

/// <summary>Units of a line from a source.</summary>
/// <param name="Line">Index of the line.</param>
/// <param name="Source">Index of the source.</param>
/// <param name="Mode">Index of the source's mode.</param>
/// <param name="Units">Units, above 0.</param>
public readonly record struct SourcingAllocation(int Line, int Source, int Mode, long Units);
