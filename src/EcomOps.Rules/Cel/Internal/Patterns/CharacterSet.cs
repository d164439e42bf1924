using System.Collections.Concurrent;
using System.Globalization;

namespace EcomOps.Rules.Cel.Internal.Patterns;

// A set of code points as sorted, disjoint ranges, both ends included.
internal sealed class CharacterSet
{
    public const int Last = 0x10FFFF;
    private static readonly Lazy<CharacterSet[]> Categories = new(ReadCategories);

    // A letter and another case of it. Outside the basic plane there are no pairs that .NET knows without culture.
    private static readonly (int Letter, int Other)[] CasePairs =
    [
        .. Enumerable.Range(0, 0x10000).Where(c => char.ToUpperInvariant((char)c) != c).Select(c => (c, (int)char.ToUpperInvariant((char)c))),
        .. Enumerable.Range(0, 0x10000).Where(c => char.ToLowerInvariant((char)c) != c).Select(c => (c, (int)char.ToLowerInvariant((char)c))),
        ('k', 0x212A), ('K', 0x212A), (0x212A, 'k'), (0x212A, 'K'), ('s', 0x17F), ('S', 0x17F), (0x17F, 's'), (0x17F, 'S'),
        (0xE5, 0x212B), (0xC5, 0x212B), (0x212B, 0xE5), (0x212B, 0xC5),
    ];

    private static readonly ILookup<int, int> Others = CasePairs.ToLookup(p => p.Letter, p => p.Other);
    private static readonly ConcurrentDictionary<string, CharacterSet> Named = new(StringComparer.Ordinal);
    private readonly int[] _bounds;

    private CharacterSet(List<(int From, int To)> ranges)
    {
        ranges.Sort();
        var bounds = new List<int>(ranges.Count * 2);
        foreach ((int from, int to) in ranges)
        {
            if (bounds.Count > 0 && from <= bounds[^1] + 1)
            {
                bounds[^1] = Math.Max(bounds[^1], to);
            }
            else
            {
                bounds.Add(from);
                bounds.Add(to);
            }
        }

        _bounds = [.. bounds];
    }

    public static CharacterSet Any { get; } = Of((0, Last));

    public static CharacterSet AnyButNewLine { get; } = Of((0, 9), (11, Last));

    public static CharacterSet Digit { get; } = Of(('0', '9'));

    public static CharacterSet Word { get; } = Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));

    public static CharacterSet Space { get; } = Of(('\t', '\n'), ('\f', '\r'), (' ', ' '));

    public int RangeCount => _bounds.Length / 2;

    public IEnumerable<(int From, int To)> Ranges
    {
        get
        {
            for (int i = 0; i < _bounds.Length; i += 2)
            {
                yield return (_bounds[i], _bounds[i + 1]);
            }
        }
    }

    public static CharacterSet Of(params (int From, int To)[] ranges) => new([.. ranges]);

    public static CharacterSet Union(IEnumerable<CharacterSet> sets) => new([.. sets.SelectMany(s => s.Ranges)]);

    /// <summary>A general category of Unicode by its letter or letters; null when there is none of this name.</summary>
    public static CharacterSet? Category(string name)
    {
        if (Named.TryGetValue(name, out CharacterSet? known))
        {
            return known;
        }

        int[] wanted = [.. Enumerable.Range(0, 30).Where(c => Abbreviation((UnicodeCategory)c) is var two && (two == name || (name.Length == 1 && two[0] == name[0])))];
        CharacterSet? found = name == "Any" ? Any : wanted.Length == 0 ? null : Union(wanted.Select(c => Categories.Value[c]));
        return found is null ? null : Named.GetOrAdd(name, found);
    }

    public CharacterSet Negated()
    {
        var ranges = new List<(int, int)>();
        int next = 0;
        foreach ((int from, int to) in Ranges)
        {
            if (from > next)
            {
                ranges.Add((next, from - 1));
            }

            next = to + 1;
        }

        if (next <= Last)
        {
            ranges.Add((next, Last));
        }

        return new CharacterSet(ranges);
    }

    /// <summary>The set with the other cases of its letters.</summary>
    public CharacterSet Folded()
    {
        var ranges = new List<(int, int)>(Ranges);
        if (_bounds is [var single, var same] && single == same)
        {
            ranges.AddRange(Others[single].Select(o => (o, o)));
            return new CharacterSet(ranges);
        }

        foreach ((int letter, int other) in CasePairs)
        {
            if (Contains(letter))
            {
                ranges.Add((other, other));
            }
        }

        return new CharacterSet(ranges);
    }

    public bool Contains(int codePoint)
    {
        int low = 0;
        int high = (_bounds.Length / 2) - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            if (codePoint < _bounds[2 * middle])
            {
                high = middle - 1;
            }
            else if (codePoint > _bounds[(2 * middle) + 1])
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private static CharacterSet[] ReadCategories()
    {
        List<(int, int)>[] ranges = [.. Enumerable.Range(0, 30).Select(_ => new List<(int, int)>())];
        int start = 0;
        UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(0);
        for (int c = 1; c <= Last + 1; c++)
        {
            UnicodeCategory next = c > Last ? (UnicodeCategory)(-1) : CharUnicodeInfo.GetUnicodeCategory(c);
            if (next != category)
            {
                ranges[(int)category].Add((start, c - 1));
                (start, category) = (c, next);
            }
        }

        return Array.ConvertAll(ranges, r => new CharacterSet(r));
    }

    private static string Abbreviation(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter => "Lu",
        UnicodeCategory.LowercaseLetter => "Ll",
        UnicodeCategory.TitlecaseLetter => "Lt",
        UnicodeCategory.ModifierLetter => "Lm",
        UnicodeCategory.OtherLetter => "Lo",
        UnicodeCategory.NonSpacingMark => "Mn",
        UnicodeCategory.SpacingCombiningMark => "Mc",
        UnicodeCategory.EnclosingMark => "Me",
        UnicodeCategory.DecimalDigitNumber => "Nd",
        UnicodeCategory.LetterNumber => "Nl",
        UnicodeCategory.OtherNumber => "No",
        UnicodeCategory.SpaceSeparator => "Zs",
        UnicodeCategory.LineSeparator => "Zl",
        UnicodeCategory.ParagraphSeparator => "Zp",
        UnicodeCategory.Control => "Cc",
        UnicodeCategory.Format => "Cf",
        UnicodeCategory.Surrogate => "Cs",
        UnicodeCategory.PrivateUse => "Co",
        UnicodeCategory.ConnectorPunctuation => "Pc",
        UnicodeCategory.DashPunctuation => "Pd",
        UnicodeCategory.OpenPunctuation => "Ps",
        UnicodeCategory.ClosePunctuation => "Pe",
        UnicodeCategory.InitialQuotePunctuation => "Pi",
        UnicodeCategory.FinalQuotePunctuation => "Pf",
        UnicodeCategory.OtherPunctuation => "Po",
        UnicodeCategory.MathSymbol => "Sm",
        UnicodeCategory.CurrencySymbol => "Sc",
        UnicodeCategory.ModifierSymbol => "Sk",
        UnicodeCategory.OtherSymbol => "So",
        _ => "Cn",
    };
}
