using System.Text;
using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Reporting.Charts;
using EcomOps.Reporting.Html;
using EcomOps.Reporting.Markdown;

namespace EcomOps.Reporting;

/// <summary>Writes documents and dashboards to a folder. Each file appears whole or not at all, also when the run is cancelled. Thread-safe.</summary>
public static class DocumentWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes <c>&lt;name&gt;.md</c> and its pictures under <c>images/</c>; the text comes last, so that it never points at a missing picture.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="directory">Folder, made if it is missing.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <returns>Paths of the written files relative to <paramref name="directory"/>, the text first.</returns>
    /// <exception cref="EcomOpsException"><c>write_failed</c>: the folder cannot be written.</exception>
    public static async Task<IReadOnlyList<string>> WriteAsync(Document document, string directory, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        var written = new List<string>();
        foreach (Block block in document.Blocks)
        {
            byte[]? content = block switch
            {
                Chart chart => ChartImage.Png(chart),
                Diagram diagram => Utf8.GetBytes(DiagramSvg.Render(diagram)),
                _ => null,
            };
            if (content is not null)
            {
                string path = ImagePath(document, block);
                await WriteFileAsync(Path.Combine(directory, path), content, cancellationToken).ConfigureAwait(false);
                written.Add(path);
            }
        }

        string name = document.Name + ".md";
        await WriteFileAsync(Path.Combine(directory, name), Utf8.GetBytes(MarkdownRenderer.Render(document, block => ImagePath(document, block))), cancellationToken).ConfigureAwait(false);
        written.Insert(0, name);
        return written;
    }

    /// <summary>Writes a dashboard as one self-contained HTML file.</summary>
    /// <param name="dashboard">What to show.</param>
    /// <param name="path">File to write; its folder is made if it is missing.</param>
    /// <param name="cancellationToken">Stops before the file appears.</param>
    /// <exception cref="EcomOpsException"><c>write_failed</c>: the file cannot be written.</exception>
    public static Task WriteAsync(DashboardModel dashboard, string path, CancellationToken cancellationToken = default) =>
        WriteFileAsync(path, Utf8.GetBytes(DashboardPage.Render(dashboard)), cancellationToken);

    private static string ImagePath(Document document, Block block) => block switch
    {
        Chart chart => $"images/{document.Name}-{chart.Id}.png",
        Diagram diagram => $"images/{document.Name}-{diagram.Id}.svg",
        _ => throw new ArgumentException("Only charts and diagrams have pictures.", nameof(block)),
    };

    private static async Task WriteFileAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            await AtomicFile.WriteAsync(path, content, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EcomOpsException("write_failed", $"{path} cannot be written: {e.Message}", innerException: e);
        }
    }
}
