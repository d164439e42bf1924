using System.Buffers;
using System.Text;
using EcomOps.Operations.Runs;

namespace EcomOps.Reporting;

/// <summary>Writes tables as CSV after RFC 4180, with LF line ends and quotes only where they are needed. Pure and thread-safe.</summary>
public static class CsvText
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>The text of a table with its header.</summary>
    /// <param name="table">Rows and columns.</param>
    /// <returns>CSV with a final line end.</returns>
    /// <exception cref="ArgumentException">A row has another number of cells than there are columns.</exception>
    public static string Of(OutputTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var text = new StringBuilder();
        AppendRow(text, table.Columns);
        for (int i = 0; i < table.Rows.Count; i++)
        {
            if (table.Rows[i].Count != table.Columns.Count)
            {
                throw new ArgumentException($"Row {i + 1} of {table.Name} has {table.Rows[i].Count} cells, not {table.Columns.Count}.", nameof(table));
            }

            AppendRow(text, table.Rows[i]);
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, IReadOnlyList<string> cells)
    {
        for (int i = 0; i < cells.Count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            if (cells[i].AsSpan().ContainsAny(NeedQuotes))
            {
                text.Append('"').Append(cells[i].Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }
            else
            {
                text.Append(cells[i]);
            }
        }

        text.Append('\n');
    }
}
