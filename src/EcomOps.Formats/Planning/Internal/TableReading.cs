using System.Text;
using System.Text.Unicode;
using EcomOps.Core;
using EcomOps.Formats.Orders;
using EcomOps.Formats.Orders.Internal;
using EcomOps.Operations.Importing;

namespace EcomOps.Formats.Planning.Internal;

/// <summary>A file with a header, row by row; rows are cut as those of order files, so that an open quote costs one line.</summary>
internal static class TableReading
{
    private const int LongestRawRow = 2000;

    internal static async Task<PlanningTable<T>> ReadAsync<T>(
        string path, PlanningFileOptions options, string[] required, string[] optional, Func<TableCells, T> parse, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
            var content = new HashedContent(file, TextEncoding.Named(options.Encoding));
            await using (content.ConfigureAwait(false))
            {
                var rows = new Rows<T>(Path.GetFileName(path), options, required, optional, parse);
                var framer = new RowFramer(options.Delimiter, content.LargestBlock);
                int count;
                do
                {
                    count = await content.ReadAsync(framer.Room(), cancellationToken).ConfigureAwait(false);
                    framer.Take(count);
                    rows.Take(framer, content.IsTruncated);
                }
                while (count > 0);

                return rows.Complete(framer, content.IsTruncated);
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EcomOpsException("file_missing", $"{path} does not exist; name a file that does.", innerException: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EcomOpsException("file_unreadable", $"{path} cannot be read: {e.Message}", innerException: e);
        }
    }

    private sealed class Rows<T>(string name, PlanningFileOptions options, string[] required, string[] optional, Func<TableCells, T> parse)
    {
        private readonly RowCells _cells = new(options.Delimiter);
        private readonly List<T> _rows = [];
        private readonly List<RejectedRow> _rejected = [];
        private TableCells? _table;
        private int _width;

        public void Take(RowFramer framer, bool keepLast)
        {
            while (framer.TryNext(out FramedRow row, keepLast))
            {
                if (row.Rejection is null && row.Bytes.Trim(" \t\r"u8).IsEmpty)
                {
                    continue;
                }

                if (_table is null)
                {
                    _cells.Split(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(row.Bytes)));
                    _table = new TableCells(_cells, Header(), options);
                }
                else
                {
                    Take(row);
                }
            }
        }

        public PlanningTable<T> Complete(RowFramer framer, bool truncated)
        {
            if (truncated)
            {
                Reject(framer.Line, RejectionCodes.TruncatedGzip, "The compressed file ends here or is damaged from here on; fetch it again.", framer.TakeRest());
            }

            return _table is null
                ? throw new EcomOpsException("file_empty", $"{name} holds no header line; name a file with a header and rows.")
                : new PlanningTable<T>(name, _rows, _rejected);
        }

        private void Take(FramedRow row)
        {
            if (row.Rejection is { } rejection)
            {
                Reject(row.Line, rejection, rejection == RejectionCodes.UnclosedQuote
                    ? "A quoted cell is not closed; double the quotes inside the cell, or remove the first one."
                    : $"The row is longer than {OrderFile.LongestRow} bytes; look for a missing line end.", row.Bytes);
                return;
            }

            if (!Utf8.IsValid(row.Bytes) || row.Bytes.IndexOf("\uFFFD"u8) >= 0)
            {
                Reject(row.Line, RejectionCodes.BrokenEncoding, $"The row holds bytes that are no {options.Encoding} text; export it again, or name its encoding.", row.Bytes);
                return;
            }

            _cells.Split(row.Bytes);
            if (_cells.Count != _width)
            {
                Reject(row.Line, RejectionCodes.WrongColumnCount, $"The row has {_cells.Count} cells, the header {_width}; quote cells that hold the delimiter.", row.Bytes);
                return;
            }

            _table!.Line = row.Line;
            _table.Problems.Clear();
            T parsed = parse(_table);
            if (_table.Problems is [var first, ..])
            {
                Reject(row.Line, first.Code, string.Join(" ", _table.Problems.Select(p => p.Remedy)), row.Bytes);
                return;
            }

            _rows.Add(parsed);
        }

        private void Reject(long line, string code, string remedy, ReadOnlySpan<byte> row)
        {
            string raw = Encoding.UTF8.GetString(row[..Math.Min(row.Length, LongestRawRow * 4)]);
            _rejected.Add(new(line, code, remedy, raw.Length > LongestRawRow ? raw[..LongestRawRow] + "…" : raw));
        }

        private Dictionary<string, int> Header()
        {
            _width = _cells.Count;
            string[] names = [.. Enumerable.Range(0, _width).Select(i => _cells[i].TrimStart('\uFEFF').Trim().ToString())];
            var columns = new Dictionary<string, int>(StringComparer.Ordinal);
            List<string> missing = [], repeated = [];
            foreach (string field in required.Concat(optional))
            {
                string column = options.Columns.GetValueOrDefault(field, field);
                int[] found = [.. Enumerable.Range(0, _width).Where(i => names[i].Equals(column, StringComparison.OrdinalIgnoreCase))];
                if (found.Length == 0 && (required.Contains(field) || options.Columns.ContainsKey(field)))
                {
                    missing.Add(column);
                }
                else if (found.Length > 1)
                {
                    repeated.Add(column);
                }
                else if (found.Length == 1)
                {
                    columns[field] = found[0];
                }
            }

            Refuse(missing, "columns_missing", "lacks", names);
            Refuse(repeated, "columns_repeated", "repeats", names);
            return columns;
        }

        private void Refuse(List<string> columns, string code, string verb, string[] header)
        {
            if (columns.Count > 0)
            {
                string found = string.Join(" | ", header.Take(40).Select(h => h.Length > 60 ? h[..60] + "…" : h));
                throw new EcomOpsException(code, $"The header of {name} {verb} {string.Join(", ", columns)}. Cells found with delimiter '{options.Delimiter}': {found}. Map the columns (field=column) or name the delimiter.");
            }
        }
    }
}
