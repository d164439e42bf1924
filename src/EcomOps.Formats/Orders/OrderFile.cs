using EcomOps.Core;
using EcomOps.Formats.Orders.Internal;
using EcomOps.Operations.Importing;
using EcomOps.Operations.Settings;

namespace EcomOps.Formats.Orders;

/// <summary>Reads order files: comma-separated text, plain or gzip. Thread-safe.</summary>
/// <remarks>
/// Cells may be quoted as in RFC 4180, also over several lines. A row that cannot be read is rejected with its line, code and remedy
/// and never ends the reading; a quote that is never closed costs its own row only. Blank lines are no rows.
/// </remarks>
public static class OrderFile
{
    /// <summary>Most bytes of a row, the lines of quoted cells included: 65,536.</summary>
    public const int LongestRow = 1 << 16;

    /// <summary>Most lines over which a row's quoted cells may go: 100.</summary>
    public const int MostLinesOfRow = 100;

    /// <summary>Reads a file to its end.</summary>
    /// <param name="path">Path of the file; gzip is recognised by its content, whatever the name.</param>
    /// <param name="settings">How the file is written; see <see cref="StoreSettings.Orders"/>.</param>
    /// <param name="progress">Told about every megabyte, and once at the end; null for nobody.</param>
    /// <param name="cancellationToken">Cancels the reading; nothing is kept.</param>
    /// <returns>Readable and rejected rows with the hash of the content.</returns>
    /// <exception cref="EcomOpsException">
    /// The file is missing (<c>file_missing</c>), may not be read (<c>file_unreadable</c>), is empty (<c>file_empty</c>), or its header
    /// lacks mapped columns (<c>columns_missing</c>) or repeats one (<c>columns_repeated</c>).
    /// </exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static async Task<OrderImport> ReadAsync(string path, StoreSettings settings, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(settings);
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return await ReadAsync(file, Path.GetFileName(path), settings, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EcomOpsException("file_missing", $"{path} does not exist; name an order file that does.", innerException: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EcomOpsException("file_unreadable", $"{path} cannot be read: {e.Message}", innerException: e);
        }
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The file's bytes, plain or gzip; it is left open.</param>
    /// <param name="name">Name of the file, for messages and the result.</param>
    /// <param name="settings">How the file is written; see <see cref="StoreSettings.Orders"/>.</param>
    /// <param name="progress">Told about every megabyte, and once at the end; null for nobody.</param>
    /// <param name="cancellationToken">Cancels the reading; nothing is kept.</param>
    /// <returns>Readable and rejected rows with the hash of the content.</returns>
    /// <exception cref="EcomOpsException">The content is empty, or its header lacks or repeats mapped columns.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static async Task<OrderImport> ReadAsync(Stream stream, string name, StoreSettings settings, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(settings);
        var source = new HashedContent(stream, TextEncoding.Named(settings.Orders.Encoding));
        await using (source.ConfigureAwait(false))
        {
            var reading = new OrderFileReading(source, name, settings, progress);
            return await reading.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
