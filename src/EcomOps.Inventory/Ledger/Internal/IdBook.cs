using System.Runtime.InteropServices;
using EcomOps.Inventory.Reservations;

namespace EcomOps.Inventory.Ledger.Internal;

// Answers and claims by id. Many small tables and not a large one: a table that grows copies itself while every caller waits, at a million ids for some 50 ms.
internal sealed class IdBook
{
    private const int Tables = 1024;

    private readonly Dictionary<string, Remembered>?[] _tables = new Dictionary<string, Remembered>?[Tables];

    public IEnumerable<KeyValuePair<string, Remembered>> All => _tables.Where(t => t is not null).SelectMany(t => t!);

    public IEnumerable<StockClaim> Claims => All.Where(p => p.Value.Claim is not null).Select(p => p.Value.Claim!);

    // Nothing for an unknown id.
    public Remembered this[string id] => _tables[TableOf(id)] is { } table && table.TryGetValue(id, out Remembered found) ? found : default;

    // To be filled at once, and not held over another call.
    public ref Remembered Slot(string id) =>
        ref CollectionsMarshal.GetValueRefOrAddDefault(_tables[TableOf(id)] ??= new(StringComparer.Ordinal), id, out _);

    public void Put(string id, in Remembered what)
    {
        if (what == default)
        {
            _tables[TableOf(id)]?.Remove(id);
        }
        else
        {
            Slot(id) = what;
        }
    }

    // Not string.GetHashCode: the order of a snapshot shall not depend on the process.
    private static int TableOf(string id)
    {
        uint hash = 2166136261;
        unchecked
        {
            foreach (char c in id)
            {
                hash = (hash ^ c) * 16777619;
            }
        }

        return (int)((hash ^ (hash >> 15)) % Tables);
    }
}
