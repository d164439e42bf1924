using System.Text;

namespace EcomOps.Inventory.Ledger.Internal;

// Gives the same string for the same bytes, so that reading a long log does not allocate each SKU again.
internal sealed class TextCache
{
    private readonly (byte[] Bytes, string Text)[] _slots = new (byte[], string)[16 * 1024];

    public string Get(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return string.Empty;
        }

        uint hash = 2166136261;
        unchecked
        {
            foreach (byte b in bytes)
            {
                hash = (hash ^ b) * 16777619;
            }
        }

        ref (byte[] Bytes, string Text) slot = ref _slots[hash % (uint)_slots.Length];
        if (slot.Bytes is not null && bytes.SequenceEqual(slot.Bytes))
        {
            return slot.Text;
        }

        slot = (bytes.ToArray(), Encoding.UTF8.GetString(bytes));
        return slot.Text;
    }
}
