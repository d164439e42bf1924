namespace EcomOps.Inventory.Stores;

/// <summary>Hash of one batch as it was appended.</summary>
/// <param name="FirstSequence">First entry of the batch.</param>
/// <param name="LastSequence">Last entry of the batch.</param>
/// <param name="Hash">The 32 bytes given with the batch.</param>
public sealed record StoredBatchHash(long FirstSequence, long LastSequence, ReadOnlyMemory<byte> Hash);
