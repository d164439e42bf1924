using System.Reflection;

namespace EcomOps.Conformance.Tests.Harness;

/// <summary>Where cases and data sets are read from.</summary>
public static class ConformanceFolders
{
    private static readonly string Root = typeof(ConformanceFolders).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    private static readonly string Project = Path.Combine(Root, "tests", "EcomOps.Conformance.Tests");

    /// <summary>Folder of <c>*-cases.json</c>: <c>ECOMOPS_CASES</c>, or the copies in this project.</summary>
    public static string Cases { get; } = FromEnvironment("ECOMOPS_CASES", Path.Combine(Project, "cases"));

    /// <summary>Folder of the data sets: <c>ECOMOPS_DATA</c>, or <c>../shared/data</c> from the repository root.</summary>
    public static string Data { get; } = FromEnvironment("ECOMOPS_DATA", Path.Combine(Root, "..", "shared", "data"));

    /// <summary>Folder of the lists of kinds that are not built yet, one file per case file.</summary>
    public static string Pending { get; } = Path.Combine(Project, "pending");

    private static string FromEnvironment(string variable, string otherwise) =>
        Path.GetFullPath(Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : otherwise);
}
