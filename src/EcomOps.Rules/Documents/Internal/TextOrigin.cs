namespace EcomOps.Rules.Documents.Internal;

/// <summary>Where the characters of an expression come from: one scalar, or the cells of a table row.</summary>
internal sealed class TextOrigin
{
    private readonly List<(int Start, int Length, DocumentNode Node, int NodeIndex, bool IsExact)> _parts = [];

    public static TextOrigin Of(DocumentNode node, int skip = 0)
    {
        var origin = new TextOrigin();
        origin._parts.Add((0, node.Text.Length - skip, node, skip, true));
        return origin;
    }

    /// <summary>Adds a part of the composed text; an inexact one points at its whole cell.</summary>
    public void Add(int start, int length, DocumentNode node, int nodeIndex, bool isExact) => _parts.Add((start, length, node, nodeIndex, isExact));

    /// <summary>Place in the document of a range of the expression.</summary>
    public (int Start, int Length) Locate(SourceText source, int start, int length)
    {
        foreach ((int partStart, int partLength, DocumentNode node, int nodeIndex, bool isExact) in _parts)
        {
            if (start > partStart + partLength || start < partStart)
            {
                continue;
            }

            if (!isExact)
            {
                return (node.Start, Math.Max(1, node.End - node.Start));
            }

            int from = node.SourceOffset(source, nodeIndex + start - partStart);
            int last = Math.Min(start + length, partStart + partLength) - partStart - 1;
            int to = last < start - partStart ? from + 1 : node.SourceOffset(source, nodeIndex + last) + 1;
            return (from, Math.Max(1, to - from));
        }

        return _parts.Count == 0 ? (0, 1) : (_parts[0].Node.Start, Math.Max(1, _parts[0].Node.End - _parts[0].Node.Start));
    }
}
