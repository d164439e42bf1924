using System.Text;
using System.Text.Unicode;
using EcomOps.Core;
using EcomOps.Operations.Importing;
using EcomOps.Operations.Settings;

namespace EcomOps.Formats.Orders.Internal;

/// <summary>One file on its way from bytes to rows.</summary>
internal sealed class OrderFileReading(HashedContent source, string name, StoreSettings settings, IProgress<ImportProgress>? progress)
{
    private const int BlocksPerReport = 16;
    private const int LongestRawRow = 2000;

    private readonly RowFramer _framer = new(settings.Orders.Delimiter, source.LargestBlock);
    private readonly RowCells _cells = new(settings.Orders.Delimiter);
    private readonly List<OrderRow> _rows = [];
    private readonly List<RejectedRow> _rejected = [];
    private OrderRowParser? _parser;

    internal async Task<OrderImport> CompleteAsync(CancellationToken cancellationToken)
    {
        int blocks = 0;
        int count;
        do
        {
            count = await source.ReadAsync(_framer.Room(), cancellationToken).ConfigureAwait(false);
            _framer.Take(count);
            cancellationToken.ThrowIfCancellationRequested();
            TakeRows();
            if (++blocks % BlocksPerReport == 0)
            {
                Report();
            }
        }
        while (count > 0);

        if (source.IsTruncated)
        {
            string raw = Raw(_framer.TakeRest());
            Reject(_framer.Line, RejectionCodes.TruncatedGzip, "The compressed file ends here or is damaged from here on; fetch it again and import it whole.", raw);
        }

        if (_parser is null)
        {
            throw new EcomOpsException("file_empty", $"{name} holds no header line; name a file with a header and rows.");
        }

        Report();
        return new(name, source.Hash(), _rows, _rejected);
    }

    private void TakeRows()
    {
        while (_framer.TryNext(out FramedRow row, source.IsTruncated))
        {
            if (row.Rejection is null && IsBlank(row.Bytes))
            {
                continue;
            }

            if (_parser is null)
            {
                ReadHeader(row);
            }
            else
            {
                TakeRow(row);
            }
        }
    }

    private void ReadHeader(FramedRow row)
    {
        _cells.Split(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(row.Bytes)));
        _parser = new(settings, OrderColumnMap.Read(_cells, settings.Orders, name));
    }

    private void TakeRow(FramedRow row)
    {
        if (row.Rejection is { } rejection)
        {
            string remedy = rejection == RejectionCodes.UnclosedQuote
                ? "A quoted cell is not closed; double the quotes inside the cell, or remove the first one."
                : $"The row is longer than {OrderFile.LongestRow} bytes; look for a missing line end.";
            Reject(row.Line, rejection, remedy, Raw(row.Bytes));
            return;
        }

        if (!Utf8.IsValid(row.Bytes) || row.Bytes.IndexOf("\uFFFD"u8) >= 0)
        {
            Reject(row.Line, RejectionCodes.BrokenEncoding, $"The row holds bytes that are no {settings.Orders.Encoding} text; export it again, or set orders.encoding in store.yaml.", Raw(row.Bytes));
            return;
        }

        _cells.Split(row.Bytes);
        if (_parser!.Parse(row.Line, _cells, out (string Code, string Remedy) problem) is { } parsed)
        {
            _rows.Add(parsed);
        }
        else
        {
            Reject(row.Line, problem.Code, problem.Remedy, Raw(row.Bytes));
        }
    }

    private void Reject(long line, string code, string remedy, string raw) => _rejected.Add(new(line, code, remedy, raw));

    private void Report() => progress?.Report(new(source.BytesRead, source.BytesTotal, (long)_rows.Count + _rejected.Count));

    private static string Raw(ReadOnlySpan<byte> row)
    {
        string text = Encoding.UTF8.GetString(row[..Math.Min(row.Length, LongestRawRow * 4)]);
        return text.Length > LongestRawRow ? text[..LongestRawRow] + "…" : text;
    }

    private static bool IsBlank(ReadOnlySpan<byte> row) => row.Trim(" \t\r"u8).IsEmpty;
}
