using System.Text.Json;
using EcomOps.Catalog.Feeds;
using EcomOps.Catalog.Taxonomies;
using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Runs;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Artefact 2: taxonomy, PIM configuration, standards, feed specification and the validation report.</summary>
internal static class CatalogueDocument
{
    internal static Document Build(RunResults results)
    {
        CatalogueResults c = results.Catalogue;
        return new("02-catalogue-and-pim", "Catalogue, taxonomy and PIM configuration",
            $"Where {Count(c.Catalog.Products.Count, "product")} belong, which values every product needs, and what keeps them out of the Google feed today.",
            [
                .. Validation(c),
                new Heading(2, "Taxonomy"),
                .. TaxonomyBlocks(results),
                new Heading(2, "PIM configuration"),
                .. Pim(c),
                new Heading(2, "Enrichment standards"),
                Enrichment(),
                new Heading(2, "Image guidelines"),
                Images(),
                new Heading(2, "Feed specification"),
                .. Specification(results),
                new Heading(2, "Classification rules in force"),
                .. RuleWording.Sentences(c.Rules, c.Classification.ProductsByRule),
            ]);
    }

    internal static IEnumerable<OutputTable> Tables(RunResults results)
    {
        CatalogueResults c = results.Catalogue;
        yield return new("02-taxonomy", ["category_id", "path", "google_product_category", "products"],
            [.. c.Catalog.Taxonomy.Categories.Select(n => (IReadOnlyList<string>)[n.Id, c.Catalog.Taxonomy.PathOf(n.Id), c.Catalog.Taxonomy.GoogleCategoryOf(n.Id) ?? string.Empty, Plain(c.Classification.ProductsByCategory.GetValueOrDefault(n.Id))])]);
        yield return new("02-products", ["product_id", "sku", "title", "category_id", "category_path", "price", "currency", "availability"],
            [.. c.Catalog.Variants.Select(v => (IReadOnlyList<string>)
            [
                v.Product.Id, v.Variant.Sku.Value, v.Product.TitleOf(v.Variant) ?? string.Empty, v.Product.CategoryId ?? string.Empty, v.Product.CategoryId is { } id ? c.Catalog.Taxonomy.PathOf(id) : string.Empty,
                Plain(v.Variant.Price?.Regular), v.Variant.Price?.Regular.Currency.Code ?? string.Empty, v.Variant.Availability.ToString(),
            ])]);
        yield return new("02-feed-issues", ["item_id", "severity", "code", "attribute", "message", "found", "revenue_at_stake"],
            [.. c.Feed.Issues.Select(i => (IReadOnlyList<string>)[i.ItemId, i.Severity.ToString(), i.Code, i.Path, i.Message, i.Actual ?? string.Empty, Plain(i.RevenueAtStake)])]);
    }

    internal static IEnumerable<OutputFile> Files(RunResults results)
    {
        CatalogueResults c = results.Catalogue;
        yield return new("google-feed.xml", c.FeedFile);
        yield return new("products.jsonld", c.StructuredData);
        yield return new("02-classification.rules.yaml", System.Text.Encoding.UTF8.GetBytes(EcomOps.Rules.Rendering.RuleRenderer.Yaml(c.Rules.Document)));
        yield return new("02-pim-configuration.json", PimJson(c));
    }

    private static IEnumerable<Block> Validation(CatalogueResults c)
    {
        yield return new Heading(2, "Validation report");
        yield return new Paragraph(
            $"Google feed for {c.FeedCountry}: **{Number(c.Feed.Written)} of {Number(c.Feed.Items)} items** pass and are in `google-feed.xml`; {Number(c.Feed.Excluded)} would be refused and are left out. Structured data: {Number(c.StructuredComplete)} of {Number(c.Catalog.Products.Count)} product pages have everything that a rich result requires (`products.jsonld`, one object a line). Every issue is in 02-feed-issues.csv.");
        if (c.Feed.Findings() is { Count: > 0 } findings)
        {
            yield return Table("What to mend first, errors before warnings, by net revenue of the items in the history", "Severity|Attribute|Code|Items#|Revenue at stake#|Example", findings.Take(20).Select(f => (IReadOnlyList<string>)
                [f.Severity == Severity.Error ? "refused" : "warning", f.Attribute, f.Code, Number(f.Items), WholeMoney(f.RevenueAtStake), $"{f.Example.ItemId}: {f.Example.Message}"]));
        }

        if (c.StructuredGaps.Count > 0)
        {
            yield return Table("Properties missing in structured data", "Property|Product pages#", c.StructuredGaps.OrderByDescending(g => g.Value).ThenBy(g => g.Key, StringComparer.Ordinal).Take(10).Select(g => (IReadOnlyList<string>)[g.Key, Number(g.Value)]));
        }
    }

    private static IEnumerable<Block> TaxonomyBlocks(RunResults results)
    {
        CatalogueResults c = results.Catalogue;
        Taxonomy taxonomy = c.Catalog.Taxonomy;
        var revenue = results.Sales.Products.ToDictionary(p => p.Sku, p => p.Net.Amount);
        var byCategory = c.Catalog.Variants.GroupBy(v => v.Product.CategoryId ?? string.Empty, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(v => revenue.GetValueOrDefault(v.Variant.Sku)), StringComparer.Ordinal);
        decimal all = byCategory.Values.Sum();
        yield return new Paragraph(
            $"The rules put {Percent((double)c.Classification.Coverage)} of the products into {Count(c.Classification.ProductsByCategory.Count, "category", "categories")}; {Count(c.Classification.Unclassified.Count, "product")} with {Percent(Ratio(byCategory.GetValueOrDefault(string.Empty), all))} of net revenue have no place yet.");
        yield return Table("Categories", "Category|Products#|Net revenue#|Share#|Google product category", c.Classification.ProductsByCategory.OrderByDescending(k => byCategory.GetValueOrDefault(k.Key)).ThenBy(k => k.Key, StringComparer.Ordinal).Select(k => (IReadOnlyList<string>)
            [taxonomy.PathOf(k.Key), Number(k.Value), WholeMoney(new Money(byCategory.GetValueOrDefault(k.Key), results.History.Currency)), Percent(Ratio(byCategory.GetValueOrDefault(k.Key), all)), taxonomy.GoogleCategoryOf(k.Key) ?? None]));
        if (c.Classification.Unclassified.Count > 0)
        {
            yield return Table("Products without a place that sell most: add a rule or set the category", "Product|Title|Net revenue#", c.Classification.Unclassified.Select(p => (Product: p, Net: p.Variants.Sum(v => revenue.GetValueOrDefault(v.Sku)))).OrderByDescending(p => p.Net).ThenBy(p => p.Product.Id, StringComparer.Ordinal).Take(15).Select(p => (IReadOnlyList<string>)
                [p.Product.Id, p.Product.TitleOf(p.Product.Variants[0]) ?? None, WholeMoney(new Money(p.Net, results.History.Currency))]));
        }
    }

    private static IEnumerable<Block> Pim(CatalogueResults c)
    {
        yield return new Paragraph("A product is what is described; a variant is what is sold and has exactly one SKU; an option (colour, size) is what sets variants apart. A value of the variant wins over the product's. The configuration for machines is 02-pim-configuration.json.");
        yield return Table("Values held today", "Attribute|Variants with a value#|Share#", c.Presence.Select(p => (IReadOnlyList<string>)[p.Attribute, Number(p.Present), Percent(p.Variants == 0 ? null : (double)p.Present / p.Variants)]));
        yield return new BulletList(
        [
            "States: New → In progress → Ready for review → Approved → Published, per channel and language; a change to a required value takes it back to In progress there.",
            "Complete means that every required value is present for the channel and language; there is no fall-back between languages. Percentages are rounded down, so that 100 % is complete.",
            "Publish needs completeness and no issue of severity *refused*.",
        ]);
    }

    private static BulletList Enrichment() => new(
    [
        "**Title**: brand, kind, what sets it apart; 30 to 150 characters, the first 70 must stand alone; no capitals throughout, no promotion.",
        "**Description**: 150 to 5,000 characters: what it is, material, size, care, what is in the box. No HTML, no prices, no other shop's words.",
        "**Identifiers**: GTIN with a valid check digit from the maker, else brand and part number; never invented. Say so when neither exists.",
        "**Category**: the most particular node that fits; decided by rule, mended by hand only where no rule can.",
        "**Options**: one spelling per value over the assortment; a changed option value is a new variant.",
        "**Weight and size**: of the unit, with unit; routing and shipping cost rest on them.",
    ]);

    private static BulletList Images() => new(
    [
        "Main image: the product alone on white or a plain ground, filling 75 to 90 % of the frame; no text, watermark, border or placeholder.",
        "At least 800 × 800 pixels (apparel 1,200), at most 64 megapixels and 16 MB; JPEG, PNG, WebP or GIF; the address stays the same for the same picture.",
        "At least three pictures: main, detail, in use; every colour has its own main image.",
        "Alternative text says what is seen, in the page's language, within 125 characters.",
    ]);

    private static IEnumerable<Block> Specification(RunResults results)
    {
        yield return new Paragraph(
            $"RSS 2.0 with the `g:` namespace, UTF-8, one item a variant, `id` = SKU, `item_group_id` = product. Prices are those of the page, with currency. Availability comes from {(results.Stock.IsAssumed ? "the **assumed** stock" : results.Stock.IsKnown ? "the stock ledger" : "nothing: stock is not known, every product counts as in stock")}. {(results.Settings.BaseUrl is null ? "No shop address is set (`baseUrl` in `store.yaml`), so items have no link." : "Links follow `<baseUrl>/products/<product id>`.")}");
        yield return Table("Attributes that every item needs, and limits of the others we send", "Attribute|Required|At most, characters#|Values#", FeedProfile.Google.Attributes.Where(a => a.IsRequired || Sent.Contains(a.Name)).Select(a => (IReadOnlyList<string>)
            [a.Name, a.IsRequired ? "yes" : "no", a.MaximumLength is { } l ? Number(l) : None, a.MaximumValues is { } v ? Number(v) : "any"]));
    }

    private static readonly HashSet<string> Sent = new(StringComparer.Ordinal) { "gtin", "mpn", "brand", "google_product_category", "product_type", "item_group_id", "color", "size", "material", "additional_image_link", "sale_price", "sale_price_effective_date", "condition", "shipping_weight" };

    private static byte[] PimJson(CatalogueResults c)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("channel", FeedProfile.Google.Channel);
            json.WriteString("country", c.FeedCountry.Value);
            json.WriteString("classificationRules", c.Rules.Identity.ToString());
            json.WriteStartArray("attributes");
            foreach (FeedAttribute attribute in FeedProfile.Google.Attributes.Where(a => a.IsRequired || Sent.Contains(a.Name)))
            {
                json.WriteStartObject();
                json.WriteString("name", attribute.Name);
                json.WriteString("kind", attribute.Kind.ToString());
                json.WriteBoolean("required", attribute.IsRequired);
                if (attribute.MaximumLength is { } length)
                {
                    json.WriteNumber("maximumLength", length);
                }

                if (attribute.Values.Count > 0)
                {
                    json.WriteStartArray("values");
                    foreach (string value in attribute.Values)
                    {
                        json.WriteStringValue(value);
                    }

                    json.WriteEndArray();
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("enrichmentStates");
            foreach (string state in (string[])["new", "in_progress", "ready_for_review", "approved", "published"])
            {
                json.WriteStringValue(state);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
