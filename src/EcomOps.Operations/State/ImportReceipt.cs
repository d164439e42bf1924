namespace EcomOps.Operations.State;

/// <summary>What taking in a file changed.</summary>
/// <param name="Added">Rows that are new.</param>
/// <param name="AlreadyKnown">Rows that an earlier import had taken in.</param>
public sealed record ImportReceipt(long Added, long AlreadyKnown);
