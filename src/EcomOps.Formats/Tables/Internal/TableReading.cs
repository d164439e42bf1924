using EcomOps.Core;
using EcomOps.Operations.Importing;

namespace EcomOps.Formats.Tables.Internal;

/// <summary>Opens a file by its content and name, checks its columns and parses it row by row.</summary>
internal static class TableReading
{
    private const int LongestRawRow = 2000;

    internal static async Task<TableRows<T>> ReadAsync<T>(
        string path, TableOptions options, string[] required, string[] optional, Func<TableCells, T> parse, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(options);
        return await OpenedAsync(path, async (file, name) =>
        {
            TableSource source = await OpenAsync(file, path, options, cancellationToken).ConfigureAwait(false);
            await using (source.ConfigureAwait(false))
            {
                TableCells cells = new(source, TableColumns.Map(source.Columns, name, options, required, optional), options);
                List<T> rows = [];
                List<RejectedRow> rejected = [];
                while (await source.NextAsync(cancellationToken).ConfigureAwait(false))
                {
                    cells.Problems.Clear();
                    T? parsed = source.Rejection is null ? parse(cells) : default;
                    if (source.Rejection is { } unreadable)
                    {
                        rejected.Add(new RejectedRow(source.Line, unreadable.Code, unreadable.Remedy, Short(source.Raw())));
                    }
                    else if (cells.Problems is [var first, ..])
                    {
                        rejected.Add(new RejectedRow(source.Line, first.Code, string.Join(" ", cells.Problems.Select(p => p.Remedy)), Short(source.Raw())));
                    }
                    else
                    {
                        rows.Add(parsed!);
                    }
                }

                return rows.Count + rejected.Count > 0 || source.Columns is not null
                    ? new TableRows<T>(name, rows, rejected)
                    : throw new EcomOpsException("file_empty", $"{name} holds no row; name a file with rows.");
            }
        }).ConfigureAwait(false);
    }

    /// <summary>Rows of delimited text without a header, each as its cells that are not blank.</summary>
    internal static Task<TableRows<IReadOnlyList<string>>> ReadListsAsync(string path, TableOptions options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(options);
        return OpenedAsync(path, async (file, name) =>
        {
            var source = CsvSource.OpenWithoutHeader(file, options);
            await using (source.ConfigureAwait(false))
            {
                List<IReadOnlyList<string>> rows = [];
                List<RejectedRow> rejected = [];
                while (await source.NextAsync(cancellationToken).ConfigureAwait(false))
                {
                    if (source.Rejection is { } unreadable)
                    {
                        rejected.Add(new RejectedRow(source.Line, unreadable.Code, unreadable.Remedy, Short(source.Raw())));
                    }
                    else if (source.Cells().Select(c => c.TrimStart('\uFEFF')).Where(c => c.Length > 0).ToArray() is { Length: > 0 } cells)
                    {
                        rows.Add(cells);
                    }
                }

                return rows.Count + rejected.Count > 0 ? new TableRows<IReadOnlyList<string>>(name, rows, rejected) : throw new EcomOpsException("file_empty", $"{name} holds no row; name a file with rows.");
            }
        });
    }

    private static async Task<T> OpenedAsync<T>(string path, Func<FileStream, string, Task<T>> read)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return await read(file, Path.GetFileName(path)).ConfigureAwait(false);
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

    private static async Task<TableSource> OpenAsync(FileStream file, string path, TableOptions options, CancellationToken cancellationToken)
    {
        byte[] start = new byte[4];
        int count = await file.ReadAtLeastAsync(start, 4, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        file.Position = 0;
        string name = Path.GetFileName(path), plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        if (count == 4 && start.AsSpan().SequenceEqual("PAR1"u8))
        {
            return await ParquetSource.OpenAsync(file, name, cancellationToken).ConfigureAwait(false);
        }

        return plain.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || plain.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase) || (count > 0 && start[0] == (byte)'{')
            ? new JsonLinesSource(file, options)
            : await CsvSource.OpenAsync(file, name, options, cancellationToken).ConfigureAwait(false);
    }

    private static string Short(string raw) => raw.Length > LongestRawRow ? raw[..LongestRawRow] + "…" : raw;
}
