using EcomOps.Core;
using EcomOps.Formats.Settings.Internal;

namespace EcomOps.Formats.Settings;

/// <summary>Reads <c>store.yaml</c>, the settings of a shop. Thread-safe.</summary>
/// <remarks>
/// The document is one YAML mapping; docs/formats.md lists its keys. Keys that are not known are refused with the nearest known one,
/// and all errors are reported at once.
/// </remarks>
public static class StoreFile
{
    /// <summary>Most characters of a settings file: 1,000,000.</summary>
    public const int LongestText = 1_000_000;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file, UTF-8.</param>
    /// <returns>The settings, or every error with its place.</returns>
    /// <exception cref="EcomOpsException">The file is missing (<c>file_missing</c>) or may not be read (<c>file_unreadable</c>).</exception>
    public static StoreReading Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            return Parse(File.ReadAllText(path), Path.GetFileName(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EcomOpsException("file_missing", $"{path} does not exist; name a settings file that does.", innerException: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EcomOpsException("file_unreadable", $"{path} cannot be read: {e.Message}", innerException: e);
        }
    }

    /// <summary>Reads a text.</summary>
    /// <param name="yaml">The document.</param>
    /// <param name="name">Name for messages.</param>
    /// <returns>The settings, or every error with its place.</returns>
    public static StoreReading Parse(string yaml, string name = "store.yaml")
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var issues = new SettingsIssues();
        if (yaml.Length > LongestText)
        {
            issues.Add(1, 1, "too_long", string.Empty, $"The file has more than {LongestText} characters; settings are small.");
            return new StoreRefused(name, issues.Sorted());
        }

        var settings = StoreBinder.Bind(SettingsDocument.Load(yaml, issues), issues);
        return issues.Any || settings is null ? new StoreRefused(name, issues.Sorted()) : new StoreRead(settings);
    }
}
