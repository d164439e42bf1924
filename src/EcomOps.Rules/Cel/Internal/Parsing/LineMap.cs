using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel.Internal.Parsing;

// Offsets to lines and columns.
internal sealed class LineMap
{
    private readonly List<int> _starts = [0];

    public LineMap(string source)
    {
        for (int i = source.IndexOf('\n'); i >= 0; i = source.IndexOf('\n', i + 1))
        {
            _starts.Add(i + 1);
        }
    }

    public SourceSpan Span(int offset, int length)
    {
        int line = _starts.Count == 1 ? 0 : _starts.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        return new SourceSpan(offset, length, line + 1, offset - _starts[line] + 1);
    }
}
