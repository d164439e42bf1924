namespace EcomOps.Core;

/// <summary>Writes files that appear whole or not at all. Thread-safe for different paths.</summary>
public static class AtomicFile
{
    /// <summary>Suffix of the file that is being written beside the final one.</summary>
    public const string TemporarySuffix = ".tmp";

    /// <summary>Writes a file through a temporary one in the same folder, which is renamed when it is complete and removed when anything fails.</summary>
    /// <param name="path">Final path; an existing file is replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="cancellationToken">Cancels before the file appears.</param>
    /// <exception cref="IOException">The folder or file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file may not be written.</exception>
    public static async Task WriteAsync(string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(write);
        if (Path.GetDirectoryName(path) is { Length: > 0 } directory)
        {
            Directory.CreateDirectory(directory);
        }

        string temporary = path + TemporarySuffix;
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous))
            {
                await write(stream, cancellationToken).ConfigureAwait(false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Writes bytes the same way.</summary>
    /// <param name="path">Final path; an existing file is replaced.</param>
    /// <param name="content">The whole content.</param>
    /// <param name="cancellationToken">Cancels before the file appears.</param>
    /// <exception cref="IOException">The folder or file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file may not be written.</exception>
    public static Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        WriteAsync(path, (stream, token) => stream.WriteAsync(content, token).AsTask(), cancellationToken);
}
