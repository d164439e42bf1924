using System.Reflection;

namespace EcomOps.Architecture.Tests;

/// <summary>Rules on single types and files.</summary>
internal static class ShapeRules
{
    private static readonly string[] VagueFolders = ["Helpers", "Utils", "Utilities", "Managers", "Common", "Misc"];

    /// <summary>Types that are open on purpose; each documents its extension contract.</summary>
    private static readonly HashSet<string> OpenByContract = ["EcomOps.Core.Issue", "EcomOps.Core.EcomOpsException"];

    internal static IEnumerable<string> OpenClasses(IEnumerable<Type> types) =>
        from type in types
        where type is { IsVisible: true, IsClass: true, IsSealed: false, IsAbstract: false }
        where !OpenByContract.Contains(type.FullName!) && !HasInheritors(type, types)
        select $"{type.FullName} is neither sealed nor abstract";

    internal static IEnumerable<string> PublicInternals(IEnumerable<Type> types) =>
        from type in types
        where type.IsVisible && (type.Namespace ?? string.Empty).Split('.').Contains("Internal")
        select $"{type.FullName} is public in an Internal namespace";

    internal static IEnumerable<string> PublicFieldsThatCanChange(IEnumerable<Type> types) =>
        from type in types
        where type is { IsVisible: true, IsEnum: false }
        from field in type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !field.IsInitOnly && !field.IsLiteral
        select $"{type.FullName}.{field.Name} can be changed by anyone";

    internal static IEnumerable<string> DoubleMoney(IEnumerable<Type> types) =>
        from type in types
        where type.IsVisible
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where property.PropertyType == typeof(double) || property.PropertyType == typeof(float)
        where property.Name is "Price" or "Amount" or "Total" || property.Name.EndsWith("Price", StringComparison.Ordinal) || property.Name.EndsWith("Amount", StringComparison.Ordinal)
        select $"{type.FullName}.{property.Name} holds money as {property.PropertyType.Name}";

    internal static IEnumerable<string> VaguePlaces(IEnumerable<string> paths) =>
        from path in paths
        where path.Replace('\\', '/').Split('/')[..^1].Any(part => VagueFolders.Contains(part))
        select $"{path} lies in a folder whose name says nothing";

    internal static IEnumerable<string> OversizedFiles(IEnumerable<(string Path, int Lines)> files) =>
        from file in files
        where file.Lines > 450
        select $"{file.Path} has {file.Lines} lines";

    internal static IEnumerable<string> UnfinishedCode(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        from mark in (string[])["NotImplementedException", "TODO", "FIXME", "HACK"]
        where file.Text.Contains(mark, StringComparison.Ordinal)
        select $"{file.Path} holds {mark}";

    private static bool HasInheritors(Type type, IEnumerable<Type> types) => types.Any(t => t.BaseType == type || (t.BaseType is { IsGenericType: true } b && b.GetGenericTypeDefinition() == type));
}
