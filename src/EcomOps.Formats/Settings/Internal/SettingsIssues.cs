using YamlDotNet.RepresentationModel;

namespace EcomOps.Formats.Settings.Internal;

/// <summary>Collects what is wrong.</summary>
internal sealed class SettingsIssues
{
    private readonly List<SettingsIssue> _issues = [];

    internal bool Any => _issues.Count > 0;

    internal void Add(long line, long column, string code, string path, string message) => _issues.Add(new((int)line, (int)column, code, path, message));

    internal void Add(YamlNode node, string code, string path, string message) => Add(node.Start.Line, node.Start.Column, code, path, message);

    internal IReadOnlyList<SettingsIssue> Sorted() => [.. _issues.OrderBy(issue => issue.Line).ThenBy(issue => issue.Column)];
}
