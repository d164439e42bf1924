namespace EcomOps.Routing.Sourcing.Internal;

// Units by mode and line, units left unfilled by line, and the scaled cost.
internal sealed record FillResult(long Cost, long[][] Units, long[] Unfilled);
