namespace EcomOps.Routing.Sourcing;

/// <summary>Units of a line that nobody serves.</summary>
/// <param name="Line">Index of the line.</param>
/// <param name="Units">Units, above 0.</param>
public readonly record struct SourcingShortage(int Line, long Units);
