using System.Globalization;
using System.Text;

namespace EcomOps.Rules.Documents.Internal;

// JSON (RFC 8259) with places. Recursion is bounded by the depth limit.
internal sealed class JsonTree
{
    private readonly string _text;
    private readonly Problems _problems;
    private int _at;
    private int _nodes;

    private JsonTree(SourceText source, Problems problems)
    {
        _text = source.Text;
        _problems = problems;
    }

    public static DocumentNode? Read(SourceText source, Problems problems)
    {
        var reader = new JsonTree(source, problems);
        DocumentNode? root = reader.Value(0);
        if (root is null)
        {
            return null;
        }

        reader.SkipSpace();
        return reader._at == reader._text.Length ? root : reader.Fail("Nothing may follow the value.");
    }

    private DocumentNode? Value(int depth)
    {
        SkipSpace();
        if (depth > DocumentLimits.MaximumDepth || ++_nodes > DocumentLimits.MaximumNodes)
        {
            _problems.Error(DocumentCodes.TooDeep, "", _at, 1, depth > DocumentLimits.MaximumDepth
                ? $"The document nests deeper than {DocumentLimits.MaximumDepth} levels."
                : $"The document has more than {DocumentLimits.MaximumNodes} nodes.");
            return null;
        }

        if (_at >= _text.Length)
        {
            return Fail("The text ends where a value must stand.");
        }

        return _text[_at] switch
        {
            '{' => Mapping(depth),
            '[' => Sequence(depth),
            '"' => String(),
            _ => Literal(),
        };
    }

    private DocumentNode? Mapping(int depth)
    {
        var node = new DocumentNode(NodeKind.Mapping, _at++);
        HashSet<string> keys = new(StringComparer.Ordinal);
        SkipSpace();
        if (Take('}'))
        {
            node.End = _at;
            return node;
        }

        while (true)
        {
            SkipSpace();
            if (_at >= _text.Length || _text[_at] != '"')
            {
                return Fail("A member's name in double quotes must stand here.");
            }

            DocumentNode? key = String();
            if (key is null)
            {
                return null;
            }

            if (!keys.Add(key.Text))
            {
                _problems.Error(DocumentCodes.DuplicateKey, "", key.Start, key.End - key.Start, $"'{YamlTree.Shorten(key.Text)}' occurs twice in this object; only one can be meant.");
            }

            SkipSpace();
            if (!Take(':'))
            {
                return Fail("A colon must stand here.");
            }

            DocumentNode? value = Value(depth + 1);
            if (value is null)
            {
                return null;
            }

            node.Members.Add((key, value));
            SkipSpace();
            if (Take('}'))
            {
                node.End = _at;
                return node;
            }

            if (!Take(','))
            {
                return Fail("A comma or a closing brace must stand here.");
            }
        }
    }

    private DocumentNode? Sequence(int depth)
    {
        var node = new DocumentNode(NodeKind.Sequence, _at++);
        SkipSpace();
        if (Take(']'))
        {
            node.End = _at;
            return node;
        }

        while (true)
        {
            DocumentNode? item = Value(depth + 1);
            if (item is null)
            {
                return null;
            }

            node.Items.Add(item);
            SkipSpace();
            if (Take(']'))
            {
                node.End = _at;
                return node;
            }

            if (!Take(','))
            {
                return Fail("A comma or a closing bracket must stand here.");
            }
        }
    }

    private DocumentNode? String()
    {
        int start = _at++;
        var text = new StringBuilder();
        while (_at < _text.Length && _text[_at] != '"')
        {
            char c = _text[_at++];
            if (c < ' ')
            {
                return Fail("A control character must be escaped.");
            }

            if (c != '\\')
            {
                text.Append(c);
                continue;
            }

            char escape = _at < _text.Length ? _text[_at++] : '\0';
            switch (escape)
            {
                case '"' or '\\' or '/':
                    text.Append(escape);
                    break;
                case 'b':
                    text.Append('\b');
                    break;
                case 'f':
                    text.Append('\f');
                    break;
                case 'n':
                    text.Append('\n');
                    break;
                case 'r':
                    text.Append('\r');
                    break;
                case 't':
                    text.Append('\t');
                    break;
                case 'u' when _at + 4 <= _text.Length && ushort.TryParse(_text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit):
                    text.Append((char)unit);
                    _at += 4;
                    break;
                default:
                    return Fail("This escape does not exist in JSON.");
            }
        }

        if (_at >= _text.Length)
        {
            return Fail("The text ends inside a string.");
        }

        _at++;
        return new DocumentNode(NodeKind.Scalar, start) { Text = text.ToString(), Form = ScalarForm.DoubleQuoted, End = _at };
    }

    private DocumentNode? Literal()
    {
        int start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '+' or '-' or '.'))
        {
            _at++;
        }

        string text = _text[start.._at];
        if (text is "true" or "false" or "null" || (NumberValue.IsNumber(text) && text[0] != '+'))
        {
            return new DocumentNode(NodeKind.Scalar, start) { Text = text, End = _at };
        }

        _at = start;
        return Fail("A value must stand here.");
    }

    private bool Take(char expected)
    {
        if (_at < _text.Length && _text[_at] == expected)
        {
            _at++;
            return true;
        }

        return false;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }
    }

    private DocumentNode? Fail(string message)
    {
        _problems.Error(DocumentCodes.Syntax, "", Math.Min(_at, _text.Length), 1, "This is not JSON here: " + message);
        return null;
    }
}
