namespace EcomOps.Inventory.Ledger.Internal;

// Changes ordered by time in chunks that know their sums: inserting anywhere moves at most one chunk, a query adds sums of chunks and part of one.
internal sealed class PrefixSums
{
    private const int Largest = 1024;

    private readonly List<Chunk> _chunks = [new()];

    public long Last => _chunks[^1].Count == 0 ? long.MinValue : _chunks[^1].Times[_chunks[^1].Count - 1];

    public void Add(long at, long change)
    {
        int index = Find(at);
        Chunk chunk = _chunks[index];
        if (chunk.Count == Largest)
        {
            Chunk right = chunk.Split();
            _chunks.Insert(index + 1, right);
            chunk = right.Times[0] <= at ? right : chunk;
        }

        chunk.Insert(at, change);
    }

    public long Until(long at)
    {
        long sum = 0;
        foreach (Chunk chunk in _chunks)
        {
            if (chunk.Count == 0 || chunk.Times[0] > at)
            {
                break;
            }

            sum += chunk.Times[chunk.Count - 1] <= at ? chunk.Sum : chunk.Until(at);
        }

        return sum;
    }

    public (long At, long Sum)? FirstNegative(long from)
    {
        long sum = 0;
        foreach (Chunk chunk in _chunks)
        {
            for (int i = 0; i < chunk.Count; i++)
            {
                sum += chunk.Changes[i];
                bool isLastOfItsTime = i + 1 == chunk.Count || chunk.Times[i + 1] != chunk.Times[i];
                if (sum < 0 && chunk.Times[i] >= from && isLastOfItsTime)
                {
                    return (chunk.Times[i], sum);
                }
            }
        }

        return null;
    }

    private int Find(long at)
    {
        int low = 0;
        int high = _chunks.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = _chunks[middle].Count > 0 && _chunks[middle].Times[0] <= at ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private sealed class Chunk
    {
        public long[] Times { get; private set; } = new long[16];

        public long[] Changes { get; private set; } = new long[16];

        public int Count { get; private set; }

        public long Sum { get; private set; }

        public void Insert(long at, long change)
        {
            if (Count == Times.Length)
            {
                long[] times = Times;
                long[] changes = Changes;
                Array.Resize(ref times, Count * 2);
                Array.Resize(ref changes, Count * 2);
                (Times, Changes) = (times, changes);
            }

            int index = After(at);
            Array.Copy(Times, index, Times, index + 1, Count - index);
            Array.Copy(Changes, index, Changes, index + 1, Count - index);
            Times[index] = at;
            Changes[index] = change;
            Count++;
            Sum += change;
        }

        public long Until(long at)
        {
            long sum = 0;
            for (int i = 0; i < Count && Times[i] <= at; i++)
            {
                sum += Changes[i];
            }

            return sum;
        }

        public Chunk Split()
        {
            var right = new Chunk();
            int half = Count / 2;
            for (int i = half; i < Count; i++)
            {
                right.Insert(Times[i], Changes[i]);
            }

            Sum -= right.Sum;
            Count = half;
            return right;
        }

        private int After(long at)
        {
            int low = 0;
            int high = Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = Times[middle] <= at ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }
}
