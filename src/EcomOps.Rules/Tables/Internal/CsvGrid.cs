using System.Text;
using EcomOps.Rules.Documents.Internal;

namespace EcomOps.Rules.Tables.Internal;

// RFC 4180 with comma, semicolon or tab (the header decides), double quotes doubled inside quotes; blank lines and lines that begin with # are left out.
internal static class CsvGrid
{
    public static List<List<TableCell>> Read(DocumentNode node)
    {
        string text = node.Text;
        char separator = Separator(text);
        List<List<TableCell>> rows = [];
        int at = 0;
        while (at < text.Length)
        {
            List<TableCell> row = [];
            bool comment = text[at] == '#';
            bool more = true;
            while (more)
            {
                more = Cell(node, text, ref at, separator, row);
            }

            if (!comment && row.Exists(c => c.Text.Length > 0))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private static bool Cell(DocumentNode node, string text, ref int at, char separator, List<TableCell> row)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        int start = at;
        string value;
        if (at < text.Length && text[at] == '"' && IsWhollyQuoted(text, at, separator, out int close))
        {
            var unquoted = new StringBuilder();
            for (at++; at < close; at++)
            {
                unquoted.Append(text[at]);
                if (text[at] == '"')
                {
                    at++;
                }
            }

            value = unquoted.ToString();
            at = close + 1;
            start++;
        }
        else
        {
            while (at < text.Length && text[at] != separator && text[at] is not ('\n' or '\r'))
            {
                at++;
            }

            value = text[start..at];
        }

        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        row.Add(new TableCell(value.Trim(), node, start, true));
        if (at < text.Length && text[at] == separator)
        {
            at++;
            return true;
        }

        while (at < text.Length && text[at] is not ('\n' or '\r'))
        {
            at++;
        }

        if (at < text.Length)
        {
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
        }

        return false;
    }

    // "NL", "BE" in one unquoted cell is not CSV; a quoted cell ends with its quote before a separator or a line break.
    private static bool IsWhollyQuoted(string text, int open, char separator, out int close)
    {
        for (close = open + 1; close < text.Length; close++)
        {
            if (text[close] != '"')
            {
                continue;
            }

            if (close + 1 < text.Length && text[close + 1] == '"')
            {
                close++;
                continue;
            }

            int after = close + 1;
            while (after < text.Length && text[after] == ' ')
            {
                after++;
            }

            return after == text.Length || text[after] == separator || text[after] is '\n' or '\r';
        }

        return false;
    }

    private static char Separator(string text)
    {
        int end = text.AsSpan().IndexOfAny('\r', '\n');
        ReadOnlySpan<char> header = end < 0 ? text : text.AsSpan(0, end);
        return header.Contains('\t') ? '\t' : header.Contains(';') ? ';' : ',';
    }
}
