using System.Globalization;
using System.Text;
using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Runs;

namespace EcomOps.Reporting;

/// <summary>A folder whose files are replaced together: everything is written aside and put in place by <see cref="Publish"/>; without it the folder stays as it was.</summary>
/// <remarks>One run at a time holds a folder. Not thread-safe.</remarks>
public sealed class OutputFolder : IDisposable
{
    private const string StagingName = ".staging";
    private const string LockName = ".lock";
    private readonly FileStream _lock;
    private readonly List<string> _names = [];
    private bool _published;

    private OutputFolder(string directory, string staging, FileStream @lock)
    {
        Directory = directory;
        Staging = staging;
        _lock = @lock;
    }

    /// <summary>The folder.</summary>
    public string Directory { get; }

    /// <summary>Names of the files written so far, relative to the folder, in the order of writing.</summary>
    public IReadOnlyList<string> Names => _names;

    private string Staging { get; }

    /// <summary>Takes a folder for one run and proves that it can be written.</summary>
    /// <param name="directory">The folder; made if it is missing.</param>
    /// <returns>The folder, to be disposed.</returns>
    /// <exception cref="EcomOpsException"><c>output_unwritable</c>: it cannot be made or written, or another run is writing there.</exception>
    public static OutputFolder Open(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        string staging = Path.Combine(directory, StagingName);
        FileStream? held = null;
        try
        {
            System.IO.Directory.CreateDirectory(staging);
            held = new FileStream(Path.Combine(staging, LockName), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            Clear(staging);
            return new(directory, staging, held);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            held?.Dispose();
            throw new EcomOpsException("output_unwritable", $"{directory} cannot be written: {e.Message} Choose another folder, or wait for the run that writes there.", innerException: e);
        }
    }

    /// <summary>Registers a file and gives the path under which its content is to be written until <see cref="Publish"/>.</summary>
    /// <param name="name">Name relative to the folder, without parent steps.</param>
    /// <returns>Path to write to; its folder exists.</returns>
    /// <exception cref="ArgumentException">The name is absolute or leaves the folder.</exception>
    public string PathFor(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (Path.IsPathRooted(name) || name.Split('/', '\\').Contains("..", StringComparer.Ordinal))
        {
            throw new ArgumentException($"'{name}' is not a name inside the folder.", nameof(name));
        }

        string path = Path.Combine(Staging, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!_names.Contains(name, StringComparer.Ordinal))
        {
            _names.Add(name);
        }

        return path;
    }

    /// <summary>Writes a whole report: documents with their pictures, the dashboard, tables as CSV and the files of other formats.</summary>
    /// <param name="report">What to write.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <exception cref="EcomOpsException"><c>write_failed</c>: a file cannot be written.</exception>
    public async Task WriteAsync(OperationsReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        foreach (Document document in report.Documents)
        {
            foreach (string written in await DocumentWriter.WriteAsync(document, Staging, cancellationToken).ConfigureAwait(false))
            {
                _ = PathFor(written);
            }
        }

        await DocumentWriter.WriteAsync(report.Dashboard, PathFor(OperationsReport.DashboardName + ".html"), cancellationToken).ConfigureAwait(false);
        foreach (OutputTable table in report.Tables)
        {
            await AtomicFile.WriteAsync(PathFor(table.Name + ".csv"), Encoding.UTF8.GetBytes(CsvText.Of(table)), cancellationToken).ConfigureAwait(false);
        }

        foreach (OutputFile file in report.Files)
        {
            await AtomicFile.WriteAsync(PathFor(file.Name), file.Content, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Puts every written file in place and removes pictures of an earlier run that this one has no more.</summary>
    /// <exception cref="EcomOpsException"><c>write_failed</c>: a file cannot be replaced.</exception>
    /// <exception cref="InvalidOperationException">The folder was published before.</exception>
    public void Publish()
    {
        if (_published)
        {
            throw new InvalidOperationException("The folder was published before.");
        }

        _published = true;
        try
        {
            foreach (string name in _names.Where(n => File.Exists(Path.Combine(Staging, n))))
            {
                string target = Path.Combine(Directory, name);
                System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(Path.Combine(Staging, name), target, overwrite: true);
            }

            RemoveStalePictures();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EcomOpsException("write_failed", $"{Directory} cannot be written: {e.Message}", innerException: e);
        }
    }

    /// <summary>Leaves the folder; what was not published is removed.</summary>
    public void Dispose()
    {
        _lock.Dispose();
        try
        {
            System.IO.Directory.Delete(Staging, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
        }
    }

    private static void Clear(string staging)
    {
        foreach (string entry in System.IO.Directory.EnumerateFileSystemEntries(staging))
        {
            if (System.IO.Directory.Exists(entry))
            {
                System.IO.Directory.Delete(entry, recursive: true);
            }
            else if (Path.GetFileName(entry) != LockName)
            {
                File.Delete(entry);
            }
        }
    }

    private void RemoveStalePictures()
    {
        string pictures = Path.Combine(Directory, "images");
        if (!System.IO.Directory.Exists(pictures))
        {
            return;
        }

        var current = _names.ToHashSet(StringComparer.Ordinal);
        foreach (string path in System.IO.Directory.EnumerateFiles(pictures))
        {
            string name = Path.GetFileName(path);
            bool ours = name.Length > 3 && int.TryParse(name.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out _) && name[2] == '-';
            if (ours && !current.Contains("images/" + name))
            {
                File.Delete(path);
            }
        }
    }
}
