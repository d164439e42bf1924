using EcomOps.Core;

namespace EcomOps.Catalog.Taxonomies.Internal;

internal static class TaxonomyBuilder
{
    public static TaxonomyResult Build(IEnumerable<Category> source)
    {
        List<Issue> issues = [];
        List<Category> nodes = [];
        Dictionary<string, Category> byId = new(StringComparer.Ordinal);
        foreach (Category node in source)
        {
            if (string.IsNullOrWhiteSpace(node.Id) || string.IsNullOrWhiteSpace(node.Name))
            {
                issues.Add(new Issue("category_blank", $"categories[{node.Id}]", "A category needs an id and a name."));
            }
            else if (!byId.TryAdd(node.Id, node))
            {
                issues.Add(new Issue("category_duplicate_id", $"categories[{node.Id}]", $"Two categories have the id '{node.Id}'; the first is kept."));
            }
            else
            {
                nodes.Add(node);
            }
        }

        Dictionary<string, string> paths = new(StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        List<Category> usable = [];
        foreach (Category node in nodes)
        {
            if (PathOf(node, byId, issues) is not { } path)
            {
                continue;
            }

            if (!seen.Add(path))
            {
                issues.Add(new Issue("category_duplicate_path", $"categories[{node.Id}]", $"Two categories have the path '{path}'; both are kept, but a path finds the first only."));
            }

            paths[node.Id] = path;
            usable.Add(node);
        }

        return new TaxonomyResult(new Taxonomy(usable, paths), issues);
    }

    private static string? PathOf(Category node, Dictionary<string, Category> byId, List<Issue> issues)
    {
        List<string> names = [];
        HashSet<string> visited = new(StringComparer.Ordinal);
        for (Category current = node; ;)
        {
            if (!visited.Add(current.Id))
            {
                issues.Add(new Issue("category_cycle", $"categories[{node.Id}].parentId", $"'{node.Id}' lies below itself; give one of {string.Join(", ", visited)} another parent."));
                return null;
            }

            names.Insert(0, current.Name);
            if (current.ParentId is null)
            {
                return string.Join(Taxonomy.Separator, names);
            }

            if (!byId.TryGetValue(current.ParentId, out Category? parent))
            {
                issues.Add(new Issue("category_unknown_parent", $"categories[{node.Id}].parentId", $"There is no category '{current.ParentId}' above '{node.Id}'."));
                return null;
            }

            current = parent;
        }
    }
}
