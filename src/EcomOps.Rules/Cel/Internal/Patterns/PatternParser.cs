using System.Globalization;

namespace EcomOps.Rules.Cel.Internal.Patterns;

// The syntax of RE2. What RE2 refuses is refused here, with the place; so are scripts (\p{Greek}), for which there are no tables.
internal sealed partial class PatternParser(string pattern)
{
    public const int MaximumLength = 1000;
    public const int MaximumRepeat = 1000;
    private const int MaximumNesting = 100;
    private int _at;
    private int _nesting;
    private Flags _flags;

    [Flags]
    private enum Flags
    {
        None = 0,
        IgnoreCase = 1,
        MultiLine = 2,
        DotAll = 4,
        Ungreedy = 8,
    }

    /// <summary>The first problem, or null.</summary>
    public string? Problem { get; private set; }

    public PatternTree Parse()
    {
        if (pattern.Length > MaximumLength)
        {
            return Fail($"it is longer than {MaximumLength} characters");
        }

        PatternTree tree = Alternatives();
        return Problem is null && _at < pattern.Length ? Fail("a closing bracket has no opening one") : tree;
    }

    private bool More => _at < pattern.Length && Problem is null;

    private EmptyPattern Fail(string problem)
    {
        Problem ??= string.Create(CultureInfo.InvariantCulture, $"{problem} (at character {Math.Min(_at, pattern.Length) + 1})");
        _at = pattern.Length;
        return new EmptyPattern();
    }

    private PatternTree Alternatives()
    {
        if (++_nesting > MaximumNesting)
        {
            return Fail("it nests more than 100 levels");
        }

        List<PatternTree> alternatives = [Sequence()];
        while (More && pattern[_at] == '|')
        {
            _at++;
            alternatives.Add(Sequence());
        }

        _nesting--;
        return alternatives.Count == 1 ? alternatives[0] : new AlternativePattern(alternatives);
    }

    private PatternTree Sequence()
    {
        List<PatternTree> parts = [];
        while (More && pattern[_at] is not ('|' or ')'))
        {
            if (pattern[_at..].StartsWith("\\Q", StringComparison.Ordinal))
            {
                Quoted(parts);
                continue;
            }

            PatternTree? part = Atom();
            if (part is not null)
            {
                parts.Add(Repeated(part));
            }
        }

        return parts.Count == 1 ? parts[0] : parts.Count == 0 ? new EmptyPattern() : new SequencePattern(parts);
    }

    private void Quoted(List<PatternTree> parts)
    {
        _at += 2;
        int end = pattern.IndexOf("\\E", _at, StringComparison.Ordinal);
        int stop = end < 0 ? pattern.Length : end;
        while (_at < stop)
        {
            PatternTree part = Literal(NextCodePoint());
            parts.Add(_at == stop && end >= 0 ? After(part, end) : part);
        }

        _at = end < 0 ? pattern.Length : Math.Max(_at, end + 2);

        PatternTree After(PatternTree last, int at)
        {
            _at = at + 2;
            PatternTree repeated = Repeated(last);
            stop = _at;
            return repeated;
        }
    }

    private PatternTree Repeated(PatternTree part)
    {
        bool repeated = false;
        while (More)
        {
            (int Least, int Most)? count = pattern[_at] switch
            {
                '*' => (0, RepeatPattern.Unlimited),
                '+' => (1, RepeatPattern.Unlimited),
                '?' => (0, 1),
                '{' => Count(),
                _ => null,
            };
            if (count is not { } found)
            {
                return part;
            }

            if (repeated)
            {
                return Fail("a repetition is repeated; put the first in brackets");
            }

            repeated = true;
            _at = pattern[_at] == '{' ? pattern.IndexOf('}', _at) + 1 : _at + 1;
            if (More && pattern[_at] == '?')
            {
                // Lazy and greedy find the same texts.
                _at++;
            }

            if (found.Least > MaximumRepeat || found.Most > MaximumRepeat || (found.Most >= 0 && found.Most < found.Least))
            {
                return Fail("a repetition has a count above 1000 or a wrong order");
            }

            part = new RepeatPattern(part, found.Least, found.Most);
        }

        return part;
    }

    // {n}, {n,} or {n,m}; anything else in braces is text.
    private (int Least, int Most)? Count()
    {
        int end = pattern.IndexOf('}', _at);
        if (end < 0)
        {
            return null;
        }

        string[] parts = pattern[(_at + 1)..end].Split(',');
        if (parts.Length > 2 || !Digits(parts[0], out int least))
        {
            return null;
        }

        int most = parts.Length == 1 ? least : RepeatPattern.Unlimited;
        return parts.Length == 2 && parts[1].Length > 0 && !Digits(parts[1], out most) ? null : (least, most);

        static bool Digits(string text, out int value)
        {
            value = int.MaxValue;
            return text.Length > 0 && text.All(char.IsAsciiDigit) && (text.Length > 6 || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value));
        }
    }

    private PatternTree? Atom()
    {
        char c = pattern[_at];
        switch (c)
        {
            case '(':
                return Group();
            case '[':
                return new SetPattern(Class());
            case '.':
                _at++;
                return new SetPattern(_flags.HasFlag(Flags.DotAll) ? CharacterSet.Any : CharacterSet.AnyButNewLine);
            case '^':
                _at++;
                return new AssertionPattern(_flags.HasFlag(Flags.MultiLine) ? Assertion.LineStart : Assertion.TextStart);
            case '$':
                _at++;
                return new AssertionPattern(_flags.HasFlag(Flags.MultiLine) ? Assertion.LineEnd : Assertion.TextEnd);
            case '*' or '+' or '?':
                return Fail($"nothing stands before '{c}' that it could repeat");
            case '\\':
                return Escape();
            default:
                return Literal(NextCodePoint());
        }
    }

    private PatternTree? Group()
    {
        _at++;
        Flags outer = _flags;
        if (More && pattern[_at] == '?')
        {
            _at++;

            // A name has no meaning for a match; flags without a group hold for what follows.
            if (!Named() && (!ReadFlags(out bool group) || !group))
            {
                return null;
            }
        }

        PatternTree inner = Alternatives();
        if (_at >= pattern.Length || pattern[_at] != ')')
        {
            return Fail("a bracket is not closed");
        }

        _at++;
        _flags = outer;
        return inner;
    }

    private bool Named()
    {
        int open = pattern[_at..].StartsWith("P<", StringComparison.Ordinal) ? 2 : pattern[_at..].StartsWith('<') ? 1 : 0;
        if (open == 0)
        {
            return false;
        }

        if (_at + open < pattern.Length && pattern[_at + open] is '=' or '!')
        {
            Fail("look-behind is not supported: it has no linear time");
            return true;
        }

        int end = pattern.IndexOf('>', _at);
        string name = end < 0 ? string.Empty : pattern[(_at + open)..end];
        if (name.Length == 0 || !name.All(ch => char.IsAsciiLetterOrDigit(ch) || ch == '_'))
        {
            Fail("a group's name is wrong");
            return true;
        }

        _at = end + 1;
        return true;
    }

    // Flags up to ':' (a group) or ')' (for the rest of the group around).
    private bool ReadFlags(out bool group)
    {
        group = false;
        bool on = true;
        bool any = false;
        for (; More; _at++)
        {
            Flags flag = pattern[_at] switch { 'i' => Flags.IgnoreCase, 'm' => Flags.MultiLine, 's' => Flags.DotAll, 'U' => Flags.Ungreedy, _ => Flags.None };
            switch (pattern[_at])
            {
                case ':' or ')' when on || any:
                    group = pattern[_at++] == ':';
                    return true;
                case '-' when on:
                    on = false;
                    any = false;
                    break;
                case var _ when flag != Flags.None:
                    any = true;
                    _flags = on ? _flags | flag : _flags & ~flag;
                    break;
                case '=' or '!':
                    Fail("look-ahead is not supported: it has no linear time");
                    return false;
                default:
                    Fail("this kind of group is unknown");
                    return false;
            }
        }

        Fail("a bracket is not closed");
        return false;
    }

    private int NextCodePoint()
    {
        int codePoint = char.IsHighSurrogate(pattern[_at]) && _at + 1 < pattern.Length && char.IsLowSurrogate(pattern[_at + 1])
            ? char.ConvertToUtf32(pattern[_at], pattern[_at + 1])
            : pattern[_at];
        _at += codePoint > 0xFFFF ? 2 : 1;
        return codePoint;
    }

    private SetPattern Literal(int codePoint) => new(Folded(CharacterSet.Of((codePoint, codePoint))));

    private CharacterSet Folded(CharacterSet set) => _flags.HasFlag(Flags.IgnoreCase) ? set.Folded() : set;

    private PatternTree Escape()
    {
        if (_at + 1 >= pattern.Length)
        {
            return Fail("it ends with a backslash; write \\\\ for one");
        }

        char kind = pattern[_at + 1];
        Assertion? assertion = kind switch
        {
            'A' => Assertion.TextStart,
            'z' => Assertion.TextEnd,
            'b' => Assertion.WordBoundary,
            'B' => Assertion.NoWordBoundary,
            _ => null,
        };
        if (assertion is { } found)
        {
            _at += 2;
            return new AssertionPattern(found);
        }

        if (SetEscape() is { } set)
        {
            return new SetPattern(set);
        }

        int codePoint = CharacterEscape();
        return codePoint < 0 ? new EmptyPattern() : Literal(codePoint);
    }
}
