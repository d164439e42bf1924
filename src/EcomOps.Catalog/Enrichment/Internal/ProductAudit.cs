using EcomOps.Catalog.Facts;
using EcomOps.Catalog.Products;
using EcomOps.Catalog.Taxonomies;
using EcomOps.Core;
using EcomOps.Rules.DecisionSets;
using NodaTime;

namespace EcomOps.Catalog.Enrichment.Internal;

internal sealed class ProductAudit(EnrichmentStandard standard, Product product, Taxonomy taxonomy, string? channel, string? locale)
{
    private readonly List<Issue> _issues = [];
    private readonly List<QualityMark> _marks = [];
    private readonly string _path = $"products[{product.Id}]";

    public EnrichmentAudit Run(Instant at)
    {
        List<RequiredAttribute> required = Required(standard.Rules.Evaluate(ProductFacts.Of(product, taxonomy, channel, locale), at));
        foreach (RequiredAttribute missing in required.Where(r => !r.IsPresent))
        {
            _issues.Add(new Issue("attribute_missing", $"{_path}.{missing.Code}", $"Rule '{missing.Rule}' demands '{missing.Code}'.", Severity.Warning));
        }

        int present = required.Count(r => r.IsPresent);
        Mark("completeness", required.Count == 0 ? 1 : (decimal)present / required.Count, $"{present} of {required.Count} required values");
        MarkTexts();
        MarkImages();
        int identified = product.Variants.Count(v => v.IdentifierExists == false || Gtin.TryParse(v.Gtin, out _));
        Mark("identifier", Share(identified, product.Variants.Count), $"{identified} of {product.Variants.Count} variants have a usable GTIN or none to have");
        int depth = taxonomy.LineageOf(product.CategoryId).Count;
        Mark("category", Math.Min(1, Share(depth, standard.CategoryDepth)), $"{depth} of {standard.CategoryDepth} levels");
        return new EnrichmentAudit(product.Id, required, _marks, _issues);
    }

    private static decimal Share(int part, int whole) => whole == 0 ? 1 : (decimal)part / whole;

    private List<RequiredAttribute> Required(Decision decision)
    {
        List<RequiredAttribute> required = [];
        switch (decision)
        {
            case Decided decided:
                foreach (MatchedRule match in decided.Matched)
                {
                    if (match.Outcome.GetOr<string?>("attribute", null) is { Length: > 0 } code && !required.Exists(r => r.Code == code))
                    {
                        required.Add(new RequiredAttribute(code, match.Id, IsPresent(code)));
                    }
                }

                break;
            case Failed failed:
                _issues.Add(new Issue("enrichment_error", _path, $"Rule '{failed.Rule}' failed: {failed.Error}."));
                break;
        }

        return required;
    }

    private void MarkTexts()
    {
        string? title = Text(product.Title);
        IReadOnlyList<Issue> onTitle = title is null ? [] : standard.Texts.CheckTitle(title);
        Mark("title", title, onTitle);
        string? description = Text(product.Description);
        Mark("description", description, description is null ? [] : standard.Texts.CheckDescription(description, title ?? string.Empty));
    }

    // One finding halves the mark, two or more leave a quarter; an absent text has none.
    private void Mark(string name, string? text, IReadOnlyList<Issue> found)
    {
        _issues.AddRange(found.Select(i => i with { Path = $"{_path}.{i.Path}" }));
        Mark(
            name,
            text is null ? 0 : found.Count switch { 0 => 1, 1 => 0.5m, _ => 0.25m },
            text is null ? "absent" : found.Count == 0 ? "as the standard wants it" : string.Join(", ", found.Select(i => i.Code)));
    }

    private void MarkImages()
    {
        _issues.AddRange(standard.Images.Check(product, locale));
        int fewest = product.Variants.Count == 0 ? product.Images.Count : product.Variants.Min(v => product.ImagesOf(v).Count);
        Mark("images", Math.Min(1, Share(fewest, standard.Images.FewestImages)), $"{fewest} of {standard.Images.FewestImages} images");
    }

    private void Mark(string name, decimal mark, string reason)
    {
        if (standard.Weights.GetValueOrDefault(name) is > 0 and var weight)
        {
            _marks.Add(new QualityMark(name, mark, weight, reason));
        }
    }

    private bool IsPresent(string code) => code switch
    {
        "title" => Text(product.Title) is not null,
        "description" => Text(product.Description) is not null,
        "brand" => !string.IsNullOrWhiteSpace(product.Brand),
        "category" => taxonomy.TryFind(product.CategoryId, out _),
        "link" => Everywhere(v => !string.IsNullOrWhiteSpace(v.Link ?? product.Link)),
        "image" => Everywhere(v => product.ImagesOf(v).Count > 0),
        "price" => Everywhere(v => v.Price is not null || v.MarketPrices.Count > 0),
        "gtin" => Everywhere(v => !string.IsNullOrWhiteSpace(v.Gtin) || v.IdentifierExists == false),
        "weight" => Everywhere(v => v.Weight is not null),
        "dimensions" => Everywhere(v => v.Dimensions is not null),
        _ => Everywhere(v => !string.IsNullOrWhiteSpace(v.Options.GetValueOrDefault(code)) || product.Attribute(code, v, channel, locale) is not null),
    };

    private bool Everywhere(Func<Variant, bool> holds) => product.Variants.Count > 0 && product.Variants.All(holds);

    private string? Text(Scoped<string>? text) => text is not null && text.TryGet(channel, locale, out string? value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}
