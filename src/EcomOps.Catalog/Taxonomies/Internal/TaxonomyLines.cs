using EcomOps.Core;

namespace EcomOps.Catalog.Taxonomies.Internal;

internal static class TaxonomyLines
{
    public static TaxonomyResult Read(TextReader reader)
    {
        List<Issue> issues = [];
        List<(int Line, string? Id, string Path)> rows = [];
        HashSet<string> paths = new(StringComparer.OrdinalIgnoreCase);
        HashSet<string> ids = new(StringComparer.Ordinal);
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
            {
                continue;
            }

            (string? id, string path) = Split(line.Trim());
            if (path.Split(Taxonomy.Separator).Any(string.IsNullOrWhiteSpace))
            {
                issues.Add(new Issue("category_blank", $"line {number}", "A level of the path is blank; write 'A > B > C'."));
            }
            else if (!paths.Add(path))
            {
                issues.Add(new Issue("category_duplicate_path", $"line {number}", $"The path '{path}' stands in the file twice; the first line is kept."));
            }
            else if (id is not null && !ids.Add(id))
            {
                issues.Add(new Issue("category_duplicate_id", $"line {number}", $"The number {id} stands in the file twice; the first line is kept."));
            }
            else
            {
                rows.Add((number, id, path));
            }
        }

        TaxonomyResult built = TaxonomyBuilder.Build(Nodes(rows));
        return built with { Issues = [.. issues, .. built.Issues] };
    }

    private static List<Category> Nodes(List<(int Line, string? Id, string Path)> rows)
    {
        Dictionary<string, string> idOfPath = rows.ToDictionary(r => r.Path, r => r.Id ?? r.Path, StringComparer.OrdinalIgnoreCase);
        List<Category> nodes = [];
        foreach ((_, string? id, string path) in rows)
        {
            Add(path, id ?? path);
        }

        return nodes;

        void Add(string path, string id)
        {
            int end = path.LastIndexOf(Taxonomy.Separator, StringComparison.Ordinal);
            string? parent = end < 0 ? null : path[..end];
            if (parent is not null && !idOfPath.ContainsKey(parent))
            {
                idOfPath[parent] = parent;
                Add(parent, parent);
            }

            nodes.Add(new Category(id, end < 0 ? path : path[(end + Taxonomy.Separator.Length)..], parent is null ? null : idOfPath[parent]) { GoogleCategory = path });
        }
    }

    private static (string? Id, string Path) Split(string line)
    {
        int dash = line.IndexOf(" - ", StringComparison.Ordinal);
        return dash > 0 && line.AsSpan(0, dash).IndexOfAnyExceptInRange('0', '9') < 0 ? (line[..dash], line[(dash + 3)..].Trim()) : (null, line);
    }
}
