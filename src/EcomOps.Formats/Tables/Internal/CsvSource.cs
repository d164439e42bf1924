using System.Text;
using System.Text.Unicode;
using EcomOps.Core;
using EcomOps.Formats.Orders;
using EcomOps.Formats.Orders.Internal;

namespace EcomOps.Formats.Tables.Internal;

/// <summary>Delimited text; rows are cut as those of order files, so that an open quote costs one line.</summary>
internal sealed class CsvSource : TableSource
{
    private readonly HashedContent _content;
    private readonly RowFramer _framer;
    private readonly RowCells _cells;
    private readonly string _encoding;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _hasHeader;
    private string[] _columns = [];
    private byte[] _raw = [];
    private bool _ended;
    private bool _truncationTold;

    private CsvSource(Stream file, TableOptions options, bool hasHeader)
    {
        _hasHeader = hasHeader;
        _content = new HashedContent(file, TextEncoding.Named(options.Encoding));
        _framer = new RowFramer(options.Delimiter, _content.LargestBlock);
        _cells = new RowCells(options.Delimiter);
        _encoding = options.Encoding;
    }

    public override IReadOnlyList<string> Columns => _columns;

    /// <summary>A file of rows without a header: rows may differ in length and are read by <see cref="Cells"/>.</summary>
    public static CsvSource OpenWithoutHeader(Stream file, TableOptions options) => new(file, options, hasHeader: false);

    public static async Task<CsvSource> OpenAsync(Stream file, string name, TableOptions options, CancellationToken cancellationToken)
    {
        CsvSource source = new(file, options, hasHeader: true);
        if (!await source.FrameAsync(cancellationToken).ConfigureAwait(false))
        {
            await source.DisposeAsync().ConfigureAwait(false);
            throw new EcomOpsException("file_empty", $"{name} holds no header line; name a file with a header and rows.");
        }

        source._cells.Split(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(source._raw)));
        source._columns = [.. Enumerable.Range(0, source._cells.Count).Select(i => source._cells[i].TrimStart('\uFEFF').Trim().ToString())];
        for (int i = 0; i < source._columns.Length; i++)
        {
            source._indexes.TryAdd(source._columns[i], i);
        }

        return source;
    }

    public override async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        if (!await FrameAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        if (Rejection is null && (!Utf8.IsValid(_raw) || _raw.AsSpan().IndexOf("\uFFFD"u8) >= 0))
        {
            Rejection = (RejectionCodes.BrokenEncoding, $"The row holds bytes that are no {_encoding} text; export it again, or name its encoding.");
        }

        if (Rejection is null)
        {
            _cells.Split(_raw);
            if (_hasHeader && _cells.Count != _columns.Length)
            {
                Rejection = (RejectionCodes.WrongColumnCount, $"The row has {_cells.Count} cells, the header {_columns.Length}; quote cells that hold the delimiter.");
            }
        }

        return true;
    }

    public override string Text(string column) => _indexes.TryGetValue(column, out int index) ? _cells.Text(index) ?? string.Empty : string.Empty;

    /// <summary>All cells of the row at hand, without white space at their ends.</summary>
    public IEnumerable<string> Cells() => Enumerable.Range(0, _cells.Count).Select(i => _cells[i].Trim().ToString());

    public override string Raw() => Encoding.UTF8.GetString(_raw);

    public override ValueTask DisposeAsync() => _content.DisposeAsync();

    // Frames the next row that is not blank; a compressed file that was cut off gives its rest as a last row.
    private async ValueTask<bool> FrameAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            while (_framer.TryNext(out FramedRow row, _content.IsTruncated))
            {
                if (row.Rejection is not null || !row.Bytes.Trim(" \t\r"u8).IsEmpty)
                {
                    Take(row.Line, row.Bytes, row.Rejection);
                    return true;
                }
            }

            if (_ended)
            {
                return TakeTruncated();
            }

            int count = await _content.ReadAsync(_framer.Room(), cancellationToken).ConfigureAwait(false);
            _framer.Take(count);
            _ended = count == 0;
        }
    }

    private bool TakeTruncated()
    {
        if (!_content.IsTruncated || _truncationTold || (_hasHeader && _columns.Length == 0))
        {
            return false;
        }

        _truncationTold = true;
        Take(_framer.Line, _framer.TakeRest(), RejectionCodes.TruncatedGzip);
        return true;
    }

    private void Take(long line, ReadOnlySpan<byte> bytes, string? rejection)
    {
        Line = line;
        _raw = bytes.ToArray();
        Rejection = rejection switch
        {
            null => null,
            RejectionCodes.TruncatedGzip => (rejection, "The compressed file ends here or is damaged from here on; fetch it again."),
            RejectionCodes.UnclosedQuote => (rejection, "A quoted cell is not closed; double the quotes inside the cell, or remove the first one."),
            _ => (rejection, $"The row is longer than {OrderFile.LongestRow} bytes; look for a missing line end."),
        };
    }
}
