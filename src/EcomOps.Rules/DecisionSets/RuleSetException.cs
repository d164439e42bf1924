using EcomOps.Core;
using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.DecisionSets;

/// <summary>A rule set could not be loaded; holds every problem, not only the first.</summary>
public sealed class RuleSetException : EcomOpsException
{
    internal RuleSetException(string name, IReadOnlyList<Diagnostic> diagnostics)
        : base("rule_set_invalid", Describe(name, diagnostics)) => Diagnostics = diagnostics;

    /// <summary>All problems in order of place.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    private static string Describe(string name, IReadOnlyList<Diagnostic> diagnostics)
    {
        int errors = diagnostics.Count(d => d.Severity == Severity.Error);
        return $"The rule set '{name}' has {errors} problem{(errors == 1 ? "" : "s")}:" + string.Concat(diagnostics.Select(d => "\n" + d));
    }
}
