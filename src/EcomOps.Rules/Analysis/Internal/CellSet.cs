using System.Numerics;

namespace EcomOps.Rules.Analysis.Internal;

// Immutable set of cell numbers of one axis.
internal sealed class CellSet
{
    private readonly ulong[] _words;

    private CellSet(ulong[] words) => _words = words;

    public bool IsEmpty => !_words.AsSpan().ContainsAnyExcept(0UL);

    public int Count
    {
        get
        {
            int count = 0;
            foreach (ulong word in _words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    public static CellSet All(int cells) => Where(cells, static _ => true);

    public static CellSet None(int cells) => new(new ulong[(cells + 63) / 64]);

    public static CellSet Single(int cells, int cell) => Where(cells, i => i == cell);

    public static CellSet Where(int cells, Func<int, bool> member)
    {
        var words = new ulong[(cells + 63) / 64];
        for (int i = 0; i < cells; i++)
        {
            if (member(i))
            {
                words[i >> 6] |= 1UL << (i & 63);
            }
        }

        return new CellSet(words);
    }

    public static CellSet Range(int cells, int from, int until) => Where(cells, i => i >= from && i < until);

    public bool Contains(int cell) => (_words[cell >> 6] >> (cell & 63) & 1UL) != 0;

    public bool Intersects(CellSet other)
    {
        for (int i = 0; i < _words.Length; i++)
        {
            if ((_words[i] & other._words[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public bool IsSubsetOf(CellSet other)
    {
        for (int i = 0; i < _words.Length; i++)
        {
            if ((_words[i] & ~other._words[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public CellSet And(CellSet other)
    {
        var words = new ulong[_words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = _words[i] & other._words[i];
        }

        return new CellSet(words);
    }

    public CellSet Or(CellSet other)
    {
        var words = new ulong[_words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = _words[i] | other._words[i];
        }

        return new CellSet(words);
    }

    public CellSet Except(CellSet other)
    {
        var words = new ulong[_words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = _words[i] & ~other._words[i];
        }

        return new CellSet(words);
    }

    public bool SameAs(CellSet other) => _words.AsSpan().SequenceEqual(other._words);

    public int First()
    {
        for (int i = 0; i < _words.Length; i++)
        {
            if (_words[i] != 0)
            {
                return (i << 6) + BitOperations.TrailingZeroCount(_words[i]);
            }
        }

        return -1;
    }

    public IEnumerable<int> Cells()
    {
        for (int i = 0; i < _words.Length; i++)
        {
            for (ulong word = _words[i]; word != 0; word &= word - 1)
            {
                yield return (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }
}
