using EcomOps.Catalog.Defaults;
using EcomOps.Catalog.Facts;
using EcomOps.Catalog.Products;
using EcomOps.Catalog.Taxonomies;
using EcomOps.Core;
using EcomOps.Rules.DecisionSets;
using NodaTime;

namespace EcomOps.Catalog.Classification;

/// <summary>Puts products into a taxonomy by rules that a merchandiser can edit.</summary>
/// <remarks>
/// The rules are a decision set over <see cref="CatalogFacts"/> whose outcome has the member <c>category</c>, the id of a category.
/// Immutable and thread-safe; the same product, rules and instant give the same place.
/// </remarks>
public sealed class ProductClassifier
{
    private readonly RuleSet _rules;
    private readonly Taxonomy _taxonomy;

    /// <summary>Takes rules and the taxonomy they name.</summary>
    /// <param name="rules">Rules over <see cref="CatalogFacts.Vocabulary"/>.</param>
    /// <param name="taxonomy">Taxonomy.</param>
    /// <exception cref="ArgumentException">The rules read other facts.</exception>
    public ProductClassifier(RuleSet rules, Taxonomy taxonomy)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(taxonomy);
        if (rules.Vocabulary.FactsType != typeof(ProductFacts))
        {
            throw new ArgumentException($"The rules read {rules.Vocabulary}, not {CatalogFacts.Vocabulary}.", nameof(rules));
        }

        _rules = rules;
        _taxonomy = taxonomy;
    }

    /// <summary>Text of the rules that ship with the package: a document to copy and edit.</summary>
    public static string DefaultRules => EmbeddedText.Read("classification.rules.yaml");

    /// <summary>The rules and the taxonomy that ship with the package: general merchandise by English words of the title.</summary>
    public static ProductClassifier Default { get; } = new(
        RuleSet.Parse(DefaultRules, CatalogFacts.Vocabulary, new RuleSetOptions { Name = "classification.rules.yaml" }).Require(), Taxonomy.Default);

    /// <summary>Id, version and hash of the rules.</summary>
    public RuleSetIdentity Rules => _rules.Identity;

    /// <summary>The taxonomy.</summary>
    public Taxonomy Taxonomy => _taxonomy;

    /// <summary>Places one product; one that has a known place keeps it.</summary>
    /// <param name="product">Product.</param>
    /// <param name="at">Instant of the decision.</param>
    /// <returns>The place, or why there is none.</returns>
    public Classification Classify(Product product, Instant at)
    {
        ArgumentNullException.ThrowIfNull(product);
        if (_taxonomy.TryFind(product.CategoryId, out _))
        {
            return new Classified(product.CategoryId!, null);
        }

        Decision decision = _rules.Evaluate(ProductFacts.Of(product, _taxonomy), at);
        string path = $"products[{product.Id}].categoryId";
        switch (decision)
        {
            case Decided decided:
                string? category = decided.Outcomes is [var first, ..] ? first.GetOr<string?>("category", null) : null;
                if (category is null)
                {
                    return new Unclassified();
                }

                return _taxonomy.TryFind(category, out _)
                    ? new Classified(category, decided.Matched is [var rule, ..] ? rule.Id : null)
                    : new ClassificationFailed(new Issue("unknown_category", path, $"The rules of {_rules.Identity.Id} put the product into '{category}', which is not in the taxonomy."), decision);
            case NoMatch:
                return new Unclassified();
            case Conflict conflict:
                return new ClassificationFailed(new Issue("classification_conflict", path, $"Rules contradict each other: {string.Join(", ", conflict.Rules)}."), decision);
            case Failed failed:
                return new ClassificationFailed(new Issue("classification_error", path, $"Rule '{failed.Rule}' failed: {failed.Error}."), decision);
            default:
                return new ClassificationFailed(new Issue("classification_incomplete", path, "The rules need facts that a product does not have."), decision);
        }
    }

    /// <summary>Places all products of a catalogue.</summary>
    /// <param name="catalog">Catalogue.</param>
    /// <param name="at">Instant of the decisions.</param>
    /// <returns>The catalogue with the places and what happened.</returns>
    public ClassificationReport Classify(ProductCatalog catalog, Instant at)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        SortedDictionary<string, int> categories = new(StringComparer.Ordinal);
        Dictionary<string, int> rules = _rules.Document.Rules.ToDictionary(r => r.Id, _ => 0, StringComparer.Ordinal);
        List<Product> placed = [];
        List<Product> unplaced = [];
        List<Issue> issues = [];
        foreach (Product product in catalog.Products)
        {
            Classification result = Classify(product, at);
            if (result is Classified classified)
            {
                categories[classified.CategoryId] = categories.GetValueOrDefault(classified.CategoryId) + 1;
                if (classified.Rule is { } rule)
                {
                    rules[rule] = rules.GetValueOrDefault(rule) + 1;
                }

                placed.Add(product with { CategoryId = classified.CategoryId });
                continue;
            }

            if (result is ClassificationFailed failed)
            {
                issues.Add(failed.Issue);
            }

            unplaced.Add(product);
            placed.Add(product);
        }

        return new ClassificationReport(_rules.Identity, ProductCatalog.Of(placed, _taxonomy), unplaced, categories, rules, issues);
    }
}
