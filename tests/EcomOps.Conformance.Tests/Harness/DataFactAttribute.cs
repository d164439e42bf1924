namespace EcomOps.Conformance.Tests.Harness;

/// <summary>Fact over files of a data set; skipped, with the reason, when one of them is missing. Paths are relative to <see cref="ConformanceFolders.Data"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataFactAttribute : FactAttribute
{
    /// <summary>Names the files that the test reads.</summary>
    public DataFactAttribute(params string[] paths)
    {
        string[] missing = [.. paths.Where(path => !File.Exists(Path.Combine(ConformanceFolders.Data, path)))];
        if (missing.Length > 0)
        {
            Skip = $"{string.Join(", ", missing)} not in {ConformanceFolders.Data}.";
        }
    }
}
