using EcomOps.Catalog.Defaults;
using EcomOps.Catalog.Enrichment.Internal;
using EcomOps.Catalog.Facts;
using EcomOps.Catalog.Images;
using EcomOps.Catalog.Products;
using EcomOps.Rules.DecisionSets;
using NodaTime;

namespace EcomOps.Catalog.Enrichment;

/// <summary>What the shop demands of its content: required values by rules, texts, images, and what a score is made of.</summary>
/// <remarks>
/// The rules are a collecting decision set over <see cref="CatalogFacts"/> whose outcomes have the member <c>attribute</c>. Immutable and
/// thread-safe.
/// </remarks>
public sealed class EnrichmentStandard
{
    /// <summary>Takes the rules for required values.</summary>
    /// <param name="rules">Rules over <see cref="CatalogFacts.Vocabulary"/>.</param>
    /// <exception cref="ArgumentException">The rules read other facts.</exception>
    public EnrichmentStandard(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (rules.Vocabulary.FactsType != typeof(ProductFacts))
        {
            throw new ArgumentException($"The rules read {rules.Vocabulary}, not {CatalogFacts.Vocabulary}.", nameof(rules));
        }

        Rules = rules;
    }

    /// <summary>Text of the rules that ship with the package: a document to copy and edit.</summary>
    public static string DefaultRules => EmbeddedText.Read("enrichment.rules.yaml");

    /// <summary>The standard that ships with the package: what Google and Meta demand, and what sells.</summary>
    public static EnrichmentStandard Default { get; } =
        new(RuleSet.Parse(DefaultRules, CatalogFacts.Vocabulary, new RuleSetOptions { Name = "enrichment.rules.yaml" }).Require());

    /// <summary>Rules for required values.</summary>
    public RuleSet Rules { get; }

    /// <summary>How texts should be written.</summary>
    public TextStandard Texts { get; init; } = TextStandard.Default;

    /// <summary>How images should be.</summary>
    public ImageGuidelines Images { get; init; } = ImageGuidelines.Default;

    /// <summary>Levels that a category should have; default 2.</summary>
    public int CategoryDepth { get; init; } = 2;

    /// <summary>
    /// Weight of each part of the score, 0 or more: <c>completeness</c> (4), <c>title</c> (2), <c>description</c> (2), <c>images</c> (2),
    /// <c>identifier</c> (1), <c>category</c> (1). A part without weight is left out.
    /// </summary>
    public IReadOnlyDictionary<string, decimal> Weights { get; init; } = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["completeness"] = 4,
        ["title"] = 2,
        ["description"] = 2,
        ["images"] = 2,
        ["identifier"] = 1,
        ["category"] = 1,
    };

    /// <summary>Audits one product.</summary>
    /// <param name="product">Product.</param>
    /// <param name="taxonomy">The shop's taxonomy.</param>
    /// <param name="at">Instant of the decision.</param>
    /// <param name="channel">Channel, or null.</param>
    /// <param name="locale">Locale, or null.</param>
    /// <returns>The audit.</returns>
    public EnrichmentAudit Audit(Product product, Taxonomies.Taxonomy taxonomy, Instant at, string? channel = null, string? locale = null)
    {
        ArgumentNullException.ThrowIfNull(product);
        ArgumentNullException.ThrowIfNull(taxonomy);
        return new ProductAudit(this, product, taxonomy, channel, locale).Run(at);
    }

    /// <summary>Audits a catalogue.</summary>
    /// <param name="catalog">Catalogue.</param>
    /// <param name="at">Instant of the decisions.</param>
    /// <param name="channel">Channel, or null.</param>
    /// <param name="locale">Locale, or null.</param>
    /// <returns>An audit for each product.</returns>
    public EnrichmentReport Audit(ProductCatalog catalog, Instant at, string? channel = null, string? locale = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new EnrichmentReport([.. catalog.Products.Select(p => Audit(p, catalog.Taxonomy, at, channel, locale))]);
    }
}
