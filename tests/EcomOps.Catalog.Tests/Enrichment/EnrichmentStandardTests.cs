using EcomOps.Catalog.Enrichment;
using EcomOps.Catalog.Facts;
using EcomOps.Catalog.Products;
using EcomOps.Catalog.Taxonomies;
using EcomOps.Core;
using EcomOps.Rules.Checking;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Examples;
using NodaTime;

namespace EcomOps.Catalog.Tests.Enrichment;

public sealed class EnrichmentStandardTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 0, 0);

    [Fact]
    public void The_default_rules_have_no_error_and_their_examples_pass()
    {
        RuleSetResult result = RuleSet.Parse(EnrichmentStandard.DefaultRules, CatalogFacts.Vocabulary);
        Assert.DoesNotContain(RuleSetChecker.Check(result, CatalogFacts.Vocabulary).Diagnostics, d => d.Severity == Severity.Error);
        Assert.All(ExampleRunner.Run(result.Require(), null, new ExampleOptions { Mutation = false }).Results, r => Assert.True(r.Passed, string.Join("; ", r.Failures)));
    }

    [Fact]
    public void Completeness_is_the_share_of_the_required_values_that_are_present()
    {
        // R = {name, description, image, gtin, weight}: description only in another language, GTIN blank: 3 of 5.
        EnrichmentStandard standard = new(Demanding("title", "description", "image", "gtin", "weight"));
        Product product = Shop.Product with
        {
            Description = Scoped.ByLocale(("de", "Doppelwandige Flasche.")),
            Variants = [Shop.Bottle with { Gtin = " ", Weight = Weight.Grams(300) }],
        };
        EnrichmentAudit audit = standard.Audit(product, Taxonomy.Empty, Now, "google", "en");
        Assert.Equal(0.6m, audit.Completeness);
        Assert.Equal(60, audit.CompletenessPercent);
        Assert.Equal(["description", "gtin"], audit.Missing);
        Assert.Equal(["products[P-1].description", "products[P-1].gtin"], audit.Issues.Where(i => i.Code == "attribute_missing").Select(i => i.Path));
    }

    [Fact]
    public void Percent_is_rounded_down_so_that_a_hundred_means_complete()
    {
        EnrichmentAudit audit = new("P", [.. Enumerable.Range(0, 300).Select(i => new RequiredAttribute($"a{i}", "r", i > 0))], [], []);
        Assert.Equal(99, audit.CompletenessPercent);
        Assert.Equal(100, new EnrichmentAudit("P", [], [], []).CompletenessPercent);
    }

    [Fact]
    public void A_value_that_belongs_to_variants_counts_once_and_only_when_all_have_it()
    {
        EnrichmentStandard standard = new(Demanding("gtin", "size", "material"));
        Product product = Shop.Shirt with { Attributes = new Dictionary<string, Scoped<AttributeValue>> { ["material"] = (AttributeValue)"linen" } };
        Assert.Equal(["gtin"], standard.Audit(product, Taxonomy.Empty, Now).Missing);
        Product half = product with { Variants = [product.Variants[0] with { Gtin = "4006381333931" }, product.Variants[1] with { IdentifierExists = false }] };
        Assert.Empty(standard.Audit(half, Taxonomy.Empty, Now).Missing);
        Product none = product with { Variants = [product.Variants[0] with { Gtin = "4006381333931" }, product.Variants[1]] };
        Assert.Equal(["gtin"], standard.Audit(none, Taxonomy.Empty, Now).Missing);
    }

    [Fact]
    public void The_default_standard_demands_of_clothing_what_channels_demand()
    {
        Product shirt = Shop.Shirt with { CategoryId = "apparel-clothing" };
        Assert.Equal(["weight", "gtin", "gender", "age_group", "material"], EnrichmentStandard.Default.Audit(shirt, Taxonomy.Default, Now).Missing);
    }

    [Fact]
    public void The_score_is_the_weighted_mean_and_every_mark_has_a_reason()
    {
        EnrichmentAudit audit = new("P", [], [new QualityMark("a", 1, 3, "x"), new QualityMark("b", 0.5m, 1, "y")], []);
        Assert.Equal(0.875m, audit.Score);
        EnrichmentAudit real = EnrichmentStandard.Default.Audit(Shop.Product, Taxonomy.Default, Now);
        Assert.Equal(["completeness", "title", "description", "images", "identifier", "category"], real.Marks.Select(m => m.Name));
        Assert.All(real.Marks, m => Assert.True(m.Mark is >= 0 and <= 1 && m.Reason.Length > 0));
    }

    [Fact]
    public void A_part_without_weight_is_left_out()
    {
        EnrichmentStandard standard = new(Demanding("title")) { Weights = new Dictionary<string, decimal> { ["identifier"] = 1, ["images"] = 0 } };
        Assert.Equal(1, standard.Audit(Shop.Product, Taxonomy.Default, Now).Score);
        Assert.Equal(0, standard.Audit(Shop.Shirt, Taxonomy.Default, Now).Score);
    }

    [Fact]
    public void The_report_says_what_is_missing_most()
    {
        EnrichmentReport report = new EnrichmentStandard(Demanding("title", "gtin", "weight")).Audit(Shop.Catalog(Shop.Product, Shop.Shirt), Now);
        Assert.Equal([KeyValuePair.Create("weight", 2), KeyValuePair.Create("gtin", 1)], report.MissingByAttribute);
        Assert.Equal(0, report.Complete);
        Assert.Equal(0.5m, decimal.Round(report.Completeness, 4));
    }

    [Theory]
    [InlineData("Steel water bottle 750 ml", "")]
    [InlineData("Mug", "title_too_short")]
    [InlineData("STEEL WATER BOTTLE 750 ML", "title_all_caps")]
    [InlineData("Steel water bottle, free shipping", "title_promotional")]
    [InlineData("Wholesale steel water bottle", "")]
    [InlineData("Bottle bottle bottle of steel", "title_repeats_word")]
    public void Titles_name_the_goods(string title, string codes) => Assert.Equal(codes, string.Join(' ', TextStandard.Default.CheckTitle(title).Select(i => i.Code)));

    [Fact]
    public void Descriptions_say_more_than_titles_in_plain_text()
    {
        string good = string.Concat(Enumerable.Repeat("Keeps drinks cold. ", 8));
        Assert.Empty(TextStandard.Default.CheckDescription(good, "Bottle"));
        Assert.Equal(["description_too_short", "description_repeats_title"], TextStandard.Default.CheckDescription("Steel bottle!", "steel BOTTLE").Select(i => i.Code));
        Assert.Equal(["description_markup"], TextStandard.Default.CheckDescription(good + "<br>", "Bottle").Select(i => i.Code));
        Assert.Equal(["description_too_long"], TextStandard.Default.CheckDescription(new string('a', 5001), "Bottle").Select(i => i.Code));
    }

    private static RuleSet Demanding(params string[] attributes) => RuleSet.Parse(
        "ruleSet: test/enrichment\nversion: 1\nfacts: catalog.product/1\nhitPolicy: collect\noutcome: { attribute: string }\nrules:\n"
        + string.Concat(attributes.Select(a => $"  - {{ id: r-{a}, when: product.variants >= 1, then: {{ attribute: {a} }} }}\n")),
        CatalogFacts.Vocabulary).Require();
}
