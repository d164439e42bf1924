using System.Collections.Concurrent;
using System.Text.Json;

namespace EcomOps.Conformance.Tests.Harness;

/// <summary>
/// The cases of one file, found by shape: every array of objects with an <c>id</c>, at the root, in a root member, or in the
/// <c>cases</c> of the elements of a root member; and every root member that is an object (one case named after the member).
/// The kind is the array's name, followed by <c>/</c> and the case's <c>function</c>, <c>fn</c> or <c>kind</c> where it has one.
/// </summary>
public sealed class CaseFile
{
    private static readonly ConcurrentDictionary<string, CaseFile?> Cache = new(StringComparer.Ordinal);

    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);

    private CaseFile(string name, JsonElement root)
    {
        Name = name;
        Root = root;
        Collect(root);
    }

    /// <summary>File name.</summary>
    public string Name { get; }

    /// <summary>The whole document.</summary>
    public JsonElement Root { get; }

    /// <summary>All cases in file order.</summary>
    public List<CaseRow> Rows { get; } = [];

    /// <summary>Reads a file of <see cref="ConformanceFolders.Cases"/>, or gives null when it is not there.</summary>
    public static CaseFile? Find(string name) => Cache.GetOrAdd(name, static n =>
    {
        string path = Path.Combine(ConformanceFolders.Cases, n);
        return File.Exists(path) ? new CaseFile(n, JsonDocument.Parse(File.ReadAllBytes(path)).RootElement) : null;
    });

    /// <summary>The case with an id.</summary>
    public JsonElement Case(string id) => _byId[id];

    private static string Kind(string array, JsonElement element)
    {
        foreach (string member in (ReadOnlySpan<string>)["function", "fn", "kind"])
        {
            if (element.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String)
            {
                return array.Length == 0 ? value.GetString()! : $"{array}/{value.GetString()}";
            }
        }

        return array.Length == 0 ? "case" : array;
    }

    private void Collect(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            CollectArray(string.Empty, root);
            return;
        }

        foreach (JsonProperty member in root.EnumerateObject())
        {
            switch (member.Value.ValueKind)
            {
                case JsonValueKind.Array:
                    CollectArray(member.Name, member.Value);
                    break;
                case JsonValueKind.Object:
                    Add(member.Name, member.Name, member.Value);
                    break;
                default:
                    break;
            }
        }
    }

    private void CollectArray(string name, JsonElement array)
    {
        foreach (JsonElement element in array.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object))
        {
            if (element.TryGetProperty("id", out JsonElement id))
            {
                Add(id.GetString()!, Kind(name, element), element);
            }
            else if (element.TryGetProperty("cases", out JsonElement inner) && inner.ValueKind == JsonValueKind.Array)
            {
                CollectArray(name, inner);
            }
        }
    }

    private void Add(string id, string kind, JsonElement element)
    {
        string unique = id;
        for (int n = 2; !_byId.TryAdd(unique, element); n++)
        {
            unique = $"{id}~{n}";
        }

        Rows.Add(new CaseRow(Name, kind, unique));
    }
}
