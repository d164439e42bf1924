namespace EcomOps.Inventory.Ledger.Internal;

// Numbers by hash: open addressing with linear probing, at most half full. A cell is the hash above and the number plus one below; 0 is empty.
internal struct IdIndex
{
    private ulong[]? _cells;
    private int _count;

    // Where a search for the hash begins.
    public readonly int First(uint hash) => _cells is null ? 0 : Home(hash, _cells.Length - 1);

    // The next number of the hash, or -1 at the end of the search.
    public readonly int Next(uint hash, ref int cell)
    {
        if (_cells is not { } cells)
        {
            return -1;
        }

        while (cells[cell] is not 0 and var found)
        {
            cell = (cell + 1) & (cells.Length - 1);
            if ((uint)(found >> 32) == hash)
            {
                return (int)(found & uint.MaxValue) - 1;
            }
        }

        return -1;
    }

    public void Add(uint hash, int number)
    {
        if (_cells is null || _count * 2 >= _cells.Length)
        {
            Grow();
        }

        Put(_cells!, ((ulong)hash << 32) | (uint)(number + 1));
        _count++;
    }

    public void Remove(uint hash, int number)
    {
        ulong[] cells = _cells!;
        int mask = cells.Length - 1;
        int hole = Home(hash, mask);
        while (cells[hole] != (((ulong)hash << 32) | (uint)(number + 1)))
        {
            hole = (hole + 1) & mask;
        }

        // What was pushed beyond the hole moves back, so that a search need not pass over gaps.
        for (int i = (hole + 1) & mask; cells[i] != 0; i = (i + 1) & mask)
        {
            int home = Home((uint)(cells[i] >> 32), mask);
            if (((i - home) & mask) >= ((i - hole) & mask))
            {
                cells[hole] = cells[i];
                hole = i;
            }
        }

        cells[hole] = 0;
        _count--;
    }

    // The lowest byte has chosen the part already.
    private static int Home(uint hash, int mask) => (int)(hash >> 8) & mask;

    private static void Put(ulong[] cells, ulong cell)
    {
        int at = Home((uint)(cell >> 32), cells.Length - 1);
        while (cells[at] != 0)
        {
            at = (at + 1) & (cells.Length - 1);
        }

        cells[at] = cell;
    }

    private void Grow()
    {
        ulong[] grown = new ulong[_cells is null ? 16 : _cells.Length * 2];
        foreach (ulong cell in _cells ?? [])
        {
            if (cell != 0)
            {
                Put(grown, cell);
            }
        }

        _cells = grown;
    }
}
