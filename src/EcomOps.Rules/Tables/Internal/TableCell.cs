using EcomOps.Rules.Documents.Internal;

namespace EcomOps.Rules.Tables.Internal;

/// <summary>A cell with its place: a range of a scalar's text, or a whole node.</summary>
internal readonly record struct TableCell(string Text, DocumentNode Node, int Index, bool IsExact)
{
    public (int Start, int Length) Place(SourceText source)
    {
        if (!IsExact || Text.Length == 0)
        {
            int at = IsExact ? Node.SourceOffset(source, Math.Min(Index, Math.Max(0, Node.Text.Length - 1))) : Node.Start;
            return (at, IsExact ? 1 : Math.Max(1, Node.End - Node.Start));
        }

        int from = Node.SourceOffset(source, Index);
        return (from, Math.Max(1, Node.SourceOffset(source, Index + Text.Length - 1) + 1 - from));
    }
}
