using System.Security.Cryptography;
using EcomOps.Inventory.Stores;

namespace EcomOps.Inventory.Ledger.Internal;

// Entries of one batch into their stored form, chained to the batch before.
internal sealed class BatchEncoder
{
    private readonly ByteWriter _writer = new();

    public StockBatch Encode(string shard, long expected, IReadOnlyList<Entry> entries, ReadOnlySpan<byte> previous)
    {
        _writer.Clear();
        Span<int> ends = entries.Count <= 2048 ? stackalloc int[entries.Count] : new int[entries.Count];
        for (int i = 0; i < entries.Count; i++)
        {
            EntryCodec.Write(_writer, entries[i]);
            ends[i] = _writer.Length;
        }

        byte[] payload = _writer.From(0).ToArray();
        var stored = new StoredEntry[entries.Count];
        int start = 0;
        for (int i = 0; i < stored.Length; i++)
        {
            Entry entry = entries[i];
            stored[i] = new(entry.Sequence, entry.Kind, entry.RecordedAt, entry.Key, payload.AsMemory(start, ends[i] - start));
            start = ends[i];
        }

        return new(shard, expected, stored, Hash(previous, payload));
    }

    public static byte[] Hash(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> payload)
    {
        Span<byte> of = stackalloc byte[64];
        of.Clear();
        previous.CopyTo(of);
        SHA256.HashData(payload, of[32..]);
        return SHA256.HashData(of);
    }
}
