using System.Reflection;
using System.Text.Json;
using EcomOps.Conformance.Tests.Harness;
using Xunit.Sdk;

namespace EcomOps.Conformance.Tests.Rules;

/// <summary>Cases of the expression language, read where the data sets lie.</summary>
public static class CelCases
{
    /// <summary>Path below <see cref="ConformanceFolders.Data"/>.</summary>
    public const string File = "cel/conformance.json";

    private static readonly Lazy<IReadOnlyDictionary<string, JsonElement>> All = new(() =>
    {
        string path = Path.Combine(ConformanceFolders.Data, File);
        if (!System.IO.File.Exists(path))
        {
            return new Dictionary<string, JsonElement>();
        }

        using JsonDocument document = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
        return document.RootElement.GetProperty("cases").EnumerateArray().ToDictionary(c => c.GetProperty("id").GetString()!, c => c.Clone(), StringComparer.Ordinal);
    });

    /// <summary>Cases by id, in the file's order; empty without the file.</summary>
    public static IReadOnlyDictionary<string, JsonElement> ById => All.Value;
}

/// <summary>Rows of the expression cases; a sentinel without the file.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CelCaseDataAttribute : DataAttribute
{
    /// <inheritdoc />
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => CelCases.ById.Count == 0
        ? [[new CaseRow(CelCases.File, "cel", "(no file)")]]
        : CelCases.ById.Keys.Select(id => new object[] { new CaseRow(CelCases.File, "cel", id) });
}

/// <summary>Theory over the expression cases; skipped, with the reason, without the file.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CelTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks for the file.</summary>
    public CelTheoryAttribute()
    {
        if (CelCases.ById.Count == 0)
        {
            Skip = $"{CelCases.File} is not in {ConformanceFolders.Data}.";
        }
    }
}
