using EcomOps.Core;

namespace EcomOps.Rules.Importing.Internal;

internal sealed class ImportIssues
{
    public List<Issue> Found { get; } = [];

    // A rule that is not in the result.
    public void LeftOut(string path, string message) => Found.Add(new Issue("rule_left_out", path, message));

    // A part of a rule that is not in the result.
    public void Dropped(string path, string message) => Found.Add(new Issue("part_left_out", path, message, Severity.Warning));

    public void Changed(string path, string message) => Found.Add(new Issue("reads_differently", path, message, Severity.Info));
}
