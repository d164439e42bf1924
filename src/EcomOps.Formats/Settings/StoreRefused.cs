using System.Globalization;

namespace EcomOps.Formats.Settings;

/// <summary>The file has errors and nothing of it is used.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Issues">All errors, by line and column; at least one.</param>
public sealed record StoreRefused(string File, IReadOnlyList<SettingsIssue> Issues) : StoreReading
{
    /// <summary>One line for each error, in the form that editors jump to: <c>store.yaml(12,5): sites[0].zone: ... [unknown_zone]</c>.</summary>
    /// <returns>The lines, without a line end after the last.</returns>
    public string Describe() => string.Join(
        '\n',
        Issues.Select(issue => string.Create(CultureInfo.InvariantCulture, $"{File}({issue.Line},{issue.Column}): {(issue.Path.Length == 0 ? "document" : issue.Path)}: {issue.Message} [{issue.Code}]")));
}
