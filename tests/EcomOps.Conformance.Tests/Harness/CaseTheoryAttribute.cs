namespace EcomOps.Conformance.Tests.Harness;

/// <summary>Theory over a case file; skipped, with the reason, when the file is not in the folder.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CaseTheoryAttribute : TheoryAttribute
{
    /// <summary>Names the file.</summary>
    public CaseTheoryAttribute(string file)
    {
        if (CaseFile.Find(file) is null)
        {
            Skip = $"{file} is not in {ConformanceFolders.Cases}.";
        }
    }
}
