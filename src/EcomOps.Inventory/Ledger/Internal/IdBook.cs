using EcomOps.Inventory.Reservations;

namespace EcomOps.Inventory.Ledger.Internal;

// Answers and claims by id, in the order in which the ids came; a new id first fills a place that was given up. What is remembered lies in pages that never move, filled one after the
// other, so that the garbage collector looks at the newest page and not at all of them; the index holds numbers only and grows by small
// parts, since a table that grows copies itself while every caller waits.
internal sealed class IdBook
{
    private const int PageBits = 10;
    private const int PageSize = 1 << PageBits;

    private readonly IdIndex[] _parts = new IdIndex[256];
    private readonly List<Place[]> _pages = [];
    private readonly Stack<int> _free = [];
    private int _used;

    public IEnumerable<KeyValuePair<string, Remembered>> All
    {
        get
        {
            for (int i = 0; i < _used; i++)
            {
                Place place = At(i);
                if (place.Id is not null)
                {
                    yield return new(place.Id, place.What);
                }
            }
        }
    }

    public IEnumerable<StockClaim> Claims => All.Where(p => p.Value.Claim is not null).Select(p => p.Value.Claim!);

    // Nothing for an unknown id.
    public Remembered this[string id] => Find(id, HashOf(id)) is >= 0 and var number ? At(number).What : default;

    // The place of an id, made when it is new.
    public ref Remembered Slot(string id)
    {
        uint hash = HashOf(id);
        int number = Find(id, hash);
        if (number < 0)
        {
            if (!_free.TryPop(out number))
            {
                number = _used++;
                if (number >> PageBits == _pages.Count)
                {
                    _pages.Add(new Place[PageSize]);
                }
            }

            At(number).Id = id;
            _parts[hash & 255].Add(hash, number);
        }

        return ref At(number).What;
    }

    public void Put(string id, in Remembered what)
    {
        if (what != default)
        {
            Slot(id) = what;
            return;
        }

        uint hash = HashOf(id);
        if (Find(id, hash) is >= 0 and var number)
        {
            _parts[hash & 255].Remove(hash, number);
            At(number) = default;
            _free.Push(number);
        }
    }

    private static uint HashOf(string id) => unchecked((uint)id.GetHashCode(StringComparison.Ordinal));

    private int Find(string id, uint hash)
    {
        ref IdIndex part = ref _parts[hash & 255];
        int cell = part.First(hash);
        while (part.Next(hash, ref cell) is >= 0 and var number)
        {
            if (At(number).Id == id)
            {
                return number;
            }
        }

        return -1;
    }

    private ref Place At(int number) => ref _pages[number >> PageBits][number & (PageSize - 1)];

    private struct Place
    {
        public string? Id;
        public Remembered What;
    }
}
