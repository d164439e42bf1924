using System.Reflection;

namespace EcomOps.Architecture.Tests;

/// <summary>Who may import whom. Each rule is a function from what it inspects to the list of violations, so that a seeded violation can prove it.</summary>
internal static class LayerRules
{
    private static readonly string[] Domain = ["EcomOps.Catalog", "EcomOps.Inventory", "EcomOps.Routing", "EcomOps.Payments", "EcomOps.Analytics"];

    private static readonly string[] DomainPackages =
    [
        "NodaTime",
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Options",
        "Microsoft.Extensions.Options.ConfigurationExtensions",
        "Microsoft.Extensions.Options.DataAnnotations",
        "Microsoft.Extensions.Logging.Abstractions",
    ];

    private static readonly Dictionary<string, string[]> Extra = new(StringComparer.Ordinal)
    {
        ["EcomOps.Inventory"] = ["MathNet.Numerics"],
        ["EcomOps.Analytics"] = ["MathNet.Numerics"],
        ["EcomOps.Rules"] = ["YamlDotNet"],
    };

    /// <summary>Names that a project may reference among ours, or null when it may reference all.</summary>
    internal static IReadOnlySet<string>? Allowed(string project, bool isProvider) => project switch
    {
        "EcomOps.Core" => new HashSet<string>(),
        "EcomOps.Rules" => new HashSet<string> { "EcomOps.Core" },
        _ when Domain.Contains(project) => new HashSet<string> { "EcomOps.Core", "EcomOps.Rules" },
        "EcomOps.Operations" => new HashSet<string>([.. Domain, "EcomOps.Core", "EcomOps.Rules"]),
        "EcomOps.Formats" or "EcomOps.Reporting" or "EcomOps.Testing" => new HashSet<string>([.. Domain, "EcomOps.Core", "EcomOps.Rules", "EcomOps.Operations"]),
        "EcomOps.Providers.Http" => new HashSet<string> { "EcomOps.Core" },
        _ when isProvider => ProviderMayUse(project),
        "EcomOps.Cli" => null,
        _ => new HashSet<string>(),
    };

    internal static IEnumerable<string> ProjectViolations(IEnumerable<ProjectFile> projects) =>
        from project in projects
        let allowed = Allowed(project.Name, project.IsProvider)
        where allowed is not null
        from reference in project.Projects
        where !allowed.Contains(reference)
        select $"{project.Name} references {reference}";

    internal static IEnumerable<string> PackageViolations(IEnumerable<ProjectFile> projects) =>
        from project in projects
        where Domain.Contains(project.Name) || project.Name is "EcomOps.Core" or "EcomOps.Rules"
        from package in project.Packages
        where !DomainPackages.Contains(package) && !Extra.GetValueOrDefault(project.Name, []).Contains(package)
        select $"{project.Name} depends on {package}";

    internal static IEnumerable<string> AssemblyViolations(IEnumerable<(string Name, bool IsProvider, IEnumerable<string> References)> assemblies) =>
        from assembly in assemblies
        let allowed = Allowed(assembly.Name, assembly.IsProvider)
        where allowed is not null
        from reference in assembly.References
        where reference.StartsWith("EcomOps.", StringComparison.Ordinal) && !allowed.Contains(reference)
        select $"{assembly.Name} uses {reference}";

    internal static IEnumerable<string> ForeignTypesInPublicApi(IEnumerable<Type> types) =>
        from type in types
        where type.IsVisible
        from used in PublicApi.TypesUsedBy(type)
        where !IsOurs(used)
        select $"{type.FullName} shows {used.FullName}";

    private static HashSet<string> ProviderMayUse(string provider)
    {
        string area = string.Join('.', provider.Split('.')[..2]);
        return ["EcomOps.Core", "EcomOps.Rules", "EcomOps.Providers.Http", area, .. area == "EcomOps.Operations" ? Domain : []];
    }

    private static bool IsOurs(Type type)
    {
        string name = type.Assembly.GetName().Name ?? string.Empty;
        return name is "NodaTime" or "System" or "netstandard" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("EcomOps.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);
    }
}
