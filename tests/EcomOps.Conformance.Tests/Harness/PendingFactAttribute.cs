namespace EcomOps.Conformance.Tests.Harness;

/// <summary>Shows a file's pending cases as one skipped test with their number and kinds; runs (and passes) when none is pending.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PendingFactAttribute : FactAttribute
{
    /// <summary>Counts the pending cases of the given files.</summary>
    public PendingFactAttribute(string file)
    {
        CaseRow[] pending = [.. (CaseFile.Find(file)?.Rows ?? []).Where(row => PendingKinds.Contains(file, row.Kind))];
        if (pending.Length > 0)
        {
            Skip = $"{file}: {pending.Length} cases pending ({string.Join(", ", pending.GroupBy(row => row.Kind).Select(g => $"{g.Key} {g.Count()}"))})";
        }
    }
}
