using EcomOps.Rules.Documents.Internal;

namespace EcomOps.Rules.Tables.Internal;

// A pipe table: header, a line of dashes, rows; \| writes a bar.
internal static class MarkdownGrid
{
    public static List<List<TableCell>> Read(DocumentNode node)
    {
        List<List<TableCell>> rows = [];
        string text = node.Text;
        int at = 0;
        while (at < text.Length)
        {
            int end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            List<TableCell> row = Cells(node, text, at, end);
            if (row.Count > 0 && !row.TrueForAll(c => c.Text.Length > 0 && c.Text.AsSpan().IndexOfAnyExcept('-', ':', ' ') < 0 && c.Text.Length >= 3))
            {
                rows.Add(row);
            }

            at = end + 1;
        }

        return rows;
    }

    private static List<TableCell> Cells(DocumentNode node, string text, int start, int end)
    {
        List<TableCell> cells = [];
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        if (start == end)
        {
            return cells;
        }

        int at = text[start] == '|' ? start + 1 : start;
        int last = text[end - 1] == '|' && end - 1 > at ? end - 1 : end;
        while (at <= last)
        {
            int bar = at;
            while (bar < last && (text[bar] != '|' || text[bar - 1] == '\\'))
            {
                bar++;
            }

            int from = at;
            while (from < bar && text[from] == ' ')
            {
                from++;
            }

            cells.Add(new TableCell(text[from..bar].Trim().Replace("\\|", "|", StringComparison.Ordinal), node, from, true));
            at = bar + 1;
        }

        return cells;
    }
}
