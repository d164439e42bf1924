using System.Reflection;
using System.Xml.Linq;

namespace EcomOps.Architecture.Tests;

/// <summary>The solution as the rules see it: its projects with what they reference, and the compiled assemblies.</summary>
internal static class House
{
    internal static readonly string Root = typeof(House).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    internal static IReadOnlyList<ProjectFile> Projects { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(ProjectFile.Read)];

    internal static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. Projects.Select(p => p.Name).Where(name => name != "EcomOps.Cli").Select(Assembly.Load)];

    internal static IEnumerable<string> SourceFiles =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));
}

/// <summary>What a project file asks for.</summary>
internal sealed record ProjectFile(string Name, bool IsProvider, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    internal static ProjectFile Read(string path)
    {
        var document = XDocument.Load(path);
        IReadOnlyList<string> Includes(string element) => [.. document.Descendants(element).Select(e => e.Attribute("Include")!.Value.Replace('\\', '/'))];
        return new(
            Path.GetFileNameWithoutExtension(path),
            path.Replace('\\', '/').Contains("/src/providers/", StringComparison.Ordinal),
            [.. Includes("ProjectReference").Select(p => Path.GetFileNameWithoutExtension(p))],
            Includes("PackageReference"));
    }
}
