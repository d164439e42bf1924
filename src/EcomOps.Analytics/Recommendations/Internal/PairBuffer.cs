using System.Buffers;

namespace EcomOps.Analytics.Recommendations.Internal;

// Two columns that grow together in borrowed memory.
internal sealed class PairBuffer : IDisposable
{
    private const int First = 1 << 16;
    private int[] _items = ArrayPool<int>.Shared.Rent(First);
    private int[] _both = ArrayPool<int>.Shared.Rent(First);

    public int Count { get; private set; }

    // Places for further pairs, as many as asked for; those written count once they are taken.
    public Span<int> Room(int pairs, out Span<int> both)
    {
        if (_items.Length - Count < pairs || _both.Length - Count < pairs)
        {
            int size = checked((int)Math.Min(Array.MaxLength, Math.Max(2L * Count, (long)Count + pairs)));
            Grow(ref _items, size);
            Grow(ref _both, size);
        }

        both = _both.AsSpan(Count, pairs);
        return _items.AsSpan(Count, pairs);
    }

    public void Take(int pairs) => Count += pairs;

    public (int[] Items, int[] Both) ToArrays() => (_items[..Count], _both[..Count]);

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_items);
        ArrayPool<int>.Shared.Return(_both);
    }

    private void Grow(ref int[] column, int size)
    {
        int[] larger = ArrayPool<int>.Shared.Rent(size);
        column.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<int>.Shared.Return(column);
        column = larger;
    }
}
