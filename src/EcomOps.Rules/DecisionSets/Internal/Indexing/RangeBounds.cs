using EcomOps.Rules.DecisionSets.Internal.Parts;

namespace EcomOps.Rules.DecisionSets.Internal.Indexing;

// Sorted bounds of many intervals over one ordered type. One-sided intervals are a prefix of the sorted lower bounds or a suffix of the upper
// ones; two-sided ones are listed per elementary cell (a bound itself, or the open space between two), as long as that stays small.
internal sealed class RangeBounds<T, TKind>
    where T : notnull
    where TKind : struct, ISlotKind<T>
{
    private readonly List<(T Value, bool Inclusive, int Rule)> _lowers = [];
    private readonly List<(T Value, bool Inclusive, int Rule)> _uppers = [];
    private readonly List<(T Low, bool LowInclusive, T High, bool HighInclusive, int Rule)> _bands = [];
    private T[] _cuts = [];
    private int[][] _cells = [];

    public void Add(int rule, (T Value, bool Inclusive)? low, (T Value, bool Inclusive)? high)
    {
        if (low is { } l && high is { } h)
        {
            _bands.Add((l.Value, l.Inclusive, h.Value, h.Inclusive, rule));
        }
        else if (low is { } lower)
        {
            _lowers.Add((lower.Value, lower.Inclusive, rule));
        }
        else if (high is { } upper)
        {
            _uppers.Add((upper.Value, upper.Inclusive, rule));
        }
    }

    public void Build()
    {
        BuildCells();

        // Inclusive lower bounds come first among equals, and last among equal upper bounds: then "satisfied" is monotone along each list.
        _lowers.Sort((a, b) => TKind.Compare(a.Value, b.Value) is var c and not 0 ? c : b.Inclusive.CompareTo(a.Inclusive));
        _uppers.Sort((a, b) => TKind.Compare(a.Value, b.Value) is var c and not 0 ? c : a.Inclusive.CompareTo(b.Inclusive));
    }

    public void Mark(T value, ulong[] candidates)
    {
        if (TKind.Compare(value, value) != 0)
        {
            return;
        }

        for (int i = 0; i < _lowers.Count; i++)
        {
            (T bound, bool inclusive, int rule) = _lowers[i];
            int c = TKind.Compare(value, bound);
            if (c < 0 || (c == 0 && !inclusive))
            {
                break;
            }

            Bits.Set(candidates, rule);
        }

        for (int i = _uppers.Count - 1; i >= 0; i--)
        {
            (T bound, bool inclusive, int rule) = _uppers[i];
            int c = TKind.Compare(value, bound);
            if (c > 0 || (c == 0 && !inclusive))
            {
                break;
            }

            Bits.Set(candidates, rule);
        }

        if (_cells.Length > 0)
        {
            Bits.Set(candidates, _cells[Cell(value)]);
        }
    }

    private void BuildCells()
    {
        if (_bands.Count == 0)
        {
            return;
        }

        _cuts = [.. _bands.SelectMany(b => new[] { b.Low, b.High }).Order(Comparer<T>.Create(TKind.Compare))];
        _cuts = [.. _cuts.Where((cut, i) => i == 0 || TKind.Compare(cut, _cuts[i - 1]) != 0)];
        var ranges = _bands.ConvertAll(b => (First: Cell(b.Low) + (b.LowInclusive ? 0 : 1), Last: Cell(b.High) - (b.HighInclusive ? 0 : 1), b.Rule));
        long entries = ranges.Sum(r => Math.Max(0L, r.Last - r.First + 1));
        if (entries > 64L * _bands.Count + 4096)
        {
            // Wide overlapping bands: their lower bounds alone already leave out what lies below them.
            _lowers.AddRange(_bands.Select(b => (b.Low, b.LowInclusive, b.Rule)));
            _cuts = [];
            return;
        }

        var cells = new List<int>?[(2 * _cuts.Length) + 1];
        foreach ((int first, int last, int rule) in ranges)
        {
            for (int cell = first; cell <= last; cell++)
            {
                (cells[cell] ??= []).Add(rule);
            }
        }

        _cells = [.. cells.Select(c => c?.ToArray() ?? [])];
    }

    // Cell 2i+1 is the cut i itself, cell 2i the space before it.
    private int Cell(T value)
    {
        int low = 0;
        int high = _cuts.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            int c = TKind.Compare(value, _cuts[middle]);
            if (c == 0)
            {
                return (2 * middle) + 1;
            }

            if (c < 0)
            {
                high = middle - 1;
            }
            else
            {
                low = middle + 1;
            }
        }

        return 2 * low;
    }
}
