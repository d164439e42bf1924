using System.Diagnostics.CodeAnalysis;
using EcomOps.Catalog.Taxonomies.Internal;
using EcomOps.Core;

namespace EcomOps.Catalog.Taxonomies;

/// <summary>A forest of categories with stable ids.</summary>
/// <remarks>Immutable and thread-safe. Built by <see cref="Create"/> from nodes, or by <see cref="TaxonomyFile.Read"/> from a file in the published line form.</remarks>
public sealed class Taxonomy
{
    /// <summary>Between the levels of a path.</summary>
    public const string Separator = " > ";

    private readonly Dictionary<string, Category> _byId;
    private readonly Dictionary<string, string> _paths;
    private readonly Dictionary<string, Category> _byPath;
    private readonly ILookup<string, Category> _children;

    internal Taxonomy(IReadOnlyList<Category> categories, Dictionary<string, string> paths)
    {
        Categories = categories;
        _paths = paths;
        _byId = categories.ToDictionary(c => c.Id, StringComparer.Ordinal);
        _byPath = categories.DistinctBy(c => paths[c.Id], StringComparer.OrdinalIgnoreCase).ToDictionary(c => paths[c.Id], StringComparer.OrdinalIgnoreCase);
        _children = categories.ToLookup(c => c.ParentId ?? string.Empty, StringComparer.Ordinal);
    }

    /// <summary>A taxonomy without categories.</summary>
    public static Taxonomy Empty { get; } = new([], []);

    /// <summary>The small general taxonomy that ships with the package, with Google product categories; replace it by the shop's own.</summary>
    public static Taxonomy Default { get; } = DefaultTaxonomy.Load();

    /// <summary>All categories, in the order given.</summary>
    public IReadOnlyList<Category> Categories { get; }

    /// <summary>Builds a taxonomy and reports what is wrong with the nodes.</summary>
    /// <param name="categories">Nodes in any order.</param>
    /// <returns>The taxonomy of the usable nodes, and issues: <c>category_duplicate_id</c>, <c>category_blank</c>, <c>category_unknown_parent</c>, <c>category_cycle</c>, <c>category_duplicate_path</c>.</returns>
    public static TaxonomyResult Create(IEnumerable<Category> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        return TaxonomyBuilder.Build(categories);
    }

    /// <summary>Finds a category by id.</summary>
    /// <param name="id">Id, or null.</param>
    /// <param name="category">The category.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFind([NotNullWhen(true)] string? id, [NotNullWhen(true)] out Category? category)
    {
        category = null;
        return id is not null && _byId.TryGetValue(id, out category);
    }

    /// <summary>Finds a category by its path, without regard to case.</summary>
    /// <param name="path">Names joined by <see cref="Separator"/>.</param>
    /// <returns>The category, or null.</returns>
    public Category? FindByPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _byPath.GetValueOrDefault(path);
    }

    /// <summary>Checks a path and suggests the nearest known ancestor of an unknown one.</summary>
    /// <param name="path">Names joined by <see cref="Separator"/>.</param>
    /// <returns>Null when the path is known, else an issue <c>category_unknown</c>.</returns>
    public Issue? CheckPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (_byPath.ContainsKey(path))
        {
            return null;
        }

        for (int end = path.LastIndexOf(Separator, StringComparison.Ordinal); end > 0; end = path.LastIndexOf(Separator, end - 1, StringComparison.Ordinal))
        {
            if (_byPath.TryGetValue(path[..end], out Category? ancestor))
            {
                return new Issue("category_unknown", path, $"The category '{path}' is not in the taxonomy; the nearest known one is '{_paths[ancestor.Id]}'.");
            }
        }

        return new Issue("category_unknown", path, $"The category '{path}' is not in the taxonomy and neither is any part of its path.");
    }

    /// <summary>The names from the root to a category.</summary>
    /// <param name="id">Id of a category.</param>
    /// <returns>For example <c>Home &gt; Kitchen</c>.</returns>
    /// <exception cref="ArgumentException">There is no such category.</exception>
    public string PathOf(string id) => _paths.TryGetValue(id, out string? path) ? path : throw new ArgumentException($"There is no category '{id}'.", nameof(id));

    /// <summary>The categories from the root to one, both included.</summary>
    /// <param name="id">Id of a category.</param>
    /// <returns>Root first; empty when the id is unknown.</returns>
    public IReadOnlyList<Category> LineageOf(string? id)
    {
        List<Category> line = [];
        while (TryFind(id, out Category? category))
        {
            line.Insert(0, category);
            id = category.ParentId;
        }

        return line;
    }

    /// <summary>The categories directly below one.</summary>
    /// <param name="id">Id of a category; null for the roots.</param>
    /// <returns>In the order given.</returns>
    public IReadOnlyList<Category> ChildrenOf(string? id) => [.. _children[id ?? string.Empty]];

    /// <summary>The Google product category of a node: its own, or that of the nearest ancestor that has one.</summary>
    /// <param name="id">Id of a category, or null.</param>
    /// <returns>Path or number; null when neither it nor an ancestor has one.</returns>
    public string? GoogleCategoryOf(string? id)
    {
        IReadOnlyList<Category> line = LineageOf(id);
        for (int i = line.Count - 1; i >= 0; i--)
        {
            if (line[i].GoogleCategory is { } google)
            {
                return google;
            }
        }

        return null;
    }
}
