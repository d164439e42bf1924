namespace EcomOps.Inventory.Stores;

/// <summary>The folded state up to one sequence, so that opening reads only what came after.</summary>
/// <param name="Sequence">Last entry that is folded in.</param>
/// <param name="Payload">State in the ledger's own binary form.</param>
public sealed record StoredSnapshot(long Sequence, ReadOnlyMemory<byte> Payload);
