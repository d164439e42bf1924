using System.Globalization;

namespace EcomOps.Rules.Cel.Internal.Patterns;

// Escapes and classes.
internal sealed partial class PatternParser
{
    // \d, \w, \s, their opposites, and \p{..}; null when the escape is something else.
    private CharacterSet? SetEscape()
    {
        char kind = pattern[_at + 1];
        CharacterSet? set = char.ToLowerInvariant(kind) switch { 'd' => CharacterSet.Digit, 'w' => CharacterSet.Word, 's' => CharacterSet.Space, _ => null };
        if (set is not null)
        {
            _at += 2;
            return char.IsUpper(kind) ? set.Negated() : set;
        }

        if (kind is not ('p' or 'P'))
        {
            return null;
        }

        _at += 2;
        string name = More ? pattern[_at].ToString() : string.Empty;
        if (name == "{")
        {
            int end = pattern.IndexOf('}', _at);
            name = end < 0 ? string.Empty : pattern[(_at + 1)..end];
            _at = end < 0 ? pattern.Length : end;
        }

        bool negated = kind == 'P' ^ name.StartsWith('^');
        CharacterSet? category = CharacterSet.Category(name.TrimStart('^'));
        if (category is null)
        {
            Fail($"'{name}' is no general category of Unicode such as L, Lu or Nd; scripts are not supported, write their ranges");
            return CharacterSet.Any;
        }

        _at++;
        category = Folded(category);
        return negated ? category.Negated() : category;
    }

    /// <summary>The character that an escape stands for, or -1 after a problem.</summary>
    private int CharacterEscape()
    {
        if (_at + 1 >= pattern.Length)
        {
            Fail("it ends with a backslash; write \\\\ for one");
            return -1;
        }

        char kind = pattern[_at + 1];
        int simple = kind switch { 'a' => 7, 'f' => 12, 'n' => 10, 'r' => 13, 't' => 9, 'v' => 11, _ => -1 };
        if (simple >= 0 || (kind < 128 && !char.IsAsciiLetterOrDigit(kind)))
        {
            _at += 2;
            return simple >= 0 ? simple : kind;
        }

        if (kind == 'x')
        {
            _at += 2;
            bool braces = More && pattern[_at] == '{';
            int end = braces ? pattern.IndexOf('}', _at) : _at + 2;
            int start = braces ? _at + 1 : _at;
            if (end > start && end <= pattern.Length && end - start <= 8
                && int.TryParse(pattern.AsSpan(start, end - start), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int hex) && hex is >= 0 and <= CharacterSet.Last)
            {
                _at = braces ? end + 1 : end;
                return hex;
            }

            Fail("\\x needs two hexadecimal digits, or any number in braces");
            return -1;
        }

        // \123 is octal; \1 to \9 would refer back. A zero needs no more digits.
        if (kind is >= '0' and <= '7' && (kind == '0' || (_at + 3 < pattern.Length && pattern[_at + 2] is >= '0' and <= '7' && pattern[_at + 3] is >= '0' and <= '7')))
        {
            int value = 0;
            _at++;
            for (int digits = 0; digits < 3 && _at < pattern.Length && pattern[_at] is >= '0' and <= '7'; digits++, _at++)
            {
                value = (value * 8) + (pattern[_at] - '0');
            }

            return value;
        }

        Fail(char.IsAsciiDigit(kind) ? "references back to a group are not supported: they have no linear time" : $"\\{kind} is no escape");
        return -1;
    }

    private CharacterSet Class()
    {
        _at++;
        bool negated = More && pattern[_at] == '^';
        _at += negated ? 1 : 0;
        List<CharacterSet> sets = [];
        bool first = true;
        while (true)
        {
            if (!More)
            {
                Fail("a class is not closed; write ]");
                return CharacterSet.Any;
            }

            if (pattern[_at] == ']' && !first)
            {
                _at++;
                break;
            }

            first = false;
            if (pattern[_at] == '[' && NamedClass() is { } named)
            {
                sets.Add(named);
            }
            else if (Problem is not null)
            {
                return CharacterSet.Any;
            }
            else if (pattern[_at] == '\\' && _at + 1 < pattern.Length && SetEscape() is { } escape)
            {
                sets.Add(escape);
            }
            else if (Range() is { } range)
            {
                sets.Add(range);
            }
        }

        CharacterSet set = Folded(CharacterSet.Union(sets));
        return negated ? set.Negated() : set;
    }

    private CharacterSet? Range()
    {
        int from = pattern[_at] == '\\' ? CharacterEscape() : NextCodePoint();
        int to = from;
        if (from >= 0 && _at + 1 < pattern.Length && pattern[_at] == '-' && pattern[_at + 1] != ']')
        {
            _at++;
            to = pattern[_at] == '\\' ? CharacterEscape() : NextCodePoint();
            if (to < from && to >= 0)
            {
                Fail("a range of characters ends before it begins");
            }
        }

        return Problem is null ? CharacterSet.Of((from, to)) : null;
    }

    // [:alpha:] and its kin; null when the bracket is a character.
    private CharacterSet? NamedClass()
    {
        int end = pattern.IndexOf(":]", _at, StringComparison.Ordinal);
        if (end < _at + 2 || pattern[_at + 1] != ':')
        {
            return null;
        }

        string name = pattern[(_at + 2)..end];
        CharacterSet? set = name.TrimStart('^') switch
        {
            "alnum" => CharacterSet.Of(('0', '9'), ('A', 'Z'), ('a', 'z')),
            "alpha" => CharacterSet.Of(('A', 'Z'), ('a', 'z')),
            "ascii" => CharacterSet.Of((0, 127)),
            "blank" => CharacterSet.Of(('\t', '\t'), (' ', ' ')),
            "cntrl" => CharacterSet.Of((0, 31), (127, 127)),
            "digit" => CharacterSet.Digit,
            "graph" => CharacterSet.Of(('!', '~')),
            "lower" => CharacterSet.Of(('a', 'z')),
            "print" => CharacterSet.Of((' ', '~')),
            "punct" => CharacterSet.Of(('!', '/'), (':', '@'), ('[', '`'), ('{', '~')),
            "space" => CharacterSet.Of(('\t', '\r'), (' ', ' ')),
            "upper" => CharacterSet.Of(('A', 'Z')),
            "word" => CharacterSet.Word,
            "xdigit" => CharacterSet.Of(('0', '9'), ('A', 'F'), ('a', 'f')),
            _ => null,
        };
        if (set is null)
        {
            Fail($"[:{name}:] is no class of characters");
            return null;
        }

        _at = end + 2;
        return name.StartsWith('^') ? set.Negated() : set;
    }
}
