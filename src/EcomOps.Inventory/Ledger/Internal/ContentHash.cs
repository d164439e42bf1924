namespace EcomOps.Inventory.Ledger.Internal;

// FNV-1a of 64 bits over a request's content: the same on every machine and in every process, unlike string.GetHashCode.
internal struct ContentHash()
{
    public ulong Value { get; private set; } = 14695981039346656037;

    public void Add(string? text)
    {
        if (text is null)
        {
            Add(-1L);
            return;
        }

        ulong hash = Value;
        unchecked
        {
            foreach (char c in text)
            {
                hash = (hash ^ c) * 1099511628211;
            }

            Value = (hash ^ 0x1FFFF) * 1099511628211;
        }
    }

    public void Add(long number)
    {
        unchecked
        {
            ulong mixed = (ulong)number * 0x9E3779B97F4A7C15;
            Value = (Value ^ mixed ^ (mixed >> 29)) * 1099511628211;
        }
    }
}
