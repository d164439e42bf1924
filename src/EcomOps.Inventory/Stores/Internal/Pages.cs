namespace EcomOps.Inventory.Stores.Internal;

// A list that grows by pages: appending never copies what is there, and no page is large enough for the large-object heap.
internal sealed class Pages<T>
{
    private const int PageSize = 1024;

    private readonly List<T[]> _pages = [];

    public int Count { get; private set; }

    public ref T this[int index] => ref _pages[index / PageSize][index % PageSize];

    public void AddRange(IReadOnlyList<T> items)
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (Count == _pages.Count * PageSize)
            {
                _pages.Add(new T[PageSize]);
            }

            Count++;
            this[Count - 1] = items[i];
        }
    }

    public T[] Range(int first, int count)
    {
        var range = new T[count];
        for (int i = 0; i < count; i++)
        {
            range[i] = this[first + i];
        }

        return range;
    }

    public int RemoveAll(Predicate<T> match)
    {
        int kept = 0;
        int count = Count;
        for (int i = 0; i < count; i++)
        {
            if (!match(this[i]))
            {
                this[kept++] = this[i];
            }
        }

        Count = kept;
        int pages = (kept + PageSize - 1) / PageSize;
        _pages.RemoveRange(pages, _pages.Count - pages);
        for (int i = kept; i < pages * PageSize; i++)
        {
            this[i] = default!;
        }

        return count - kept;
    }
}
