namespace EcomOps.Rules.Documents.Internal;

/// <summary>The text of a document with its name and line starts.</summary>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    public SourceText(string text, string name)
    {
        Text = text;
        Name = name;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    public string Text { get; }

    public string Name { get; }

    /// <summary>Line and column of an offset, both from 1.</summary>
    public (int Line, int Column) At(int offset)
    {
        int line = _lineStarts.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        return (line + 1, offset - _lineStarts[line] + 1);
    }

    public int LineStart(int offset) => _lineStarts[At(offset).Line - 1];

    /// <summary>End of the line that holds an offset, without its line break.</summary>
    public int LineEnd(int offset)
    {
        int end = Text.AsSpan(offset).IndexOfAny('\r', '\n');
        return end < 0 ? Text.Length : offset + end;
    }
}
