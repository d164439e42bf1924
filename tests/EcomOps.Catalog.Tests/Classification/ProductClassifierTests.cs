using EcomOps.Catalog.Classification;
using EcomOps.Catalog.Facts;
using EcomOps.Catalog.Products;
using EcomOps.Catalog.Taxonomies;
using EcomOps.Core;
using EcomOps.Rules.Checking;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Examples;
using NodaTime;

namespace EcomOps.Catalog.Tests.Classification;

public sealed class ProductClassifierTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 0, 0);

    [Fact]
    public void The_default_rules_have_no_finding_and_their_examples_pass()
    {
        RuleSetResult result = RuleSet.Parse(ProductClassifier.DefaultRules, CatalogFacts.Vocabulary);
        RuleSetCheck check = RuleSetChecker.Check(result, CatalogFacts.Vocabulary);
        Assert.False(check.HasFindings, string.Join(Environment.NewLine, check.Diagnostics));
        Assert.All(ExampleRunner.Run(result.Require(), null, new ExampleOptions { Mutation = false }).Results, r => Assert.True(r.Passed, r.ToString()));
    }

    [Fact]
    public void Every_category_that_the_default_rules_name_is_in_the_default_taxonomy() =>
        Assert.All(
            RuleSet.Parse(ProductClassifier.DefaultRules, CatalogFacts.Vocabulary).Require().Document.Rules,
            rule => Assert.True(Taxonomy.Default.TryFind(((TextValue)((MapValue)rule.Then!)["category"]!).Value, out _), rule.Id));

    [Theory]
    [InlineData("White hanging heart T-light holder", "home-candles")]
    [InlineData("REGENCY CAKESTAND 3 TIER", "kitchen-tableware")]
    [InlineData("Alarm clock, bakelike green", "home-clocks")]
    [InlineData("Jumbo bag red retrospot", "bags-shopping")]
    [InlineData("Midnight blue crystal drop earrings", "apparel-jewellery")]
    [InlineData("Zinc finish 15cm planter pots", "home-storage")]
    [InlineData("Men's T-Shirt, organic cotton", "apparel-clothing")]
    public void The_default_rules_place_ordinary_goods(string title, string category) =>
        Assert.Equal(category, Assert.IsType<Classified>(ProductClassifier.Default.Classify(Shop.Product with { Title = title }, Now)).CategoryId);

    [Fact]
    public void A_product_keeps_the_place_it_has()
    {
        Product product = Shop.Product with { Title = "Polkadot mug", CategoryId = "media-books" };
        Assert.Equal(new Classified("media-books", null), ProductClassifier.Default.Classify(product, Now));
    }

    [Fact]
    public void The_report_counts_by_category_and_rule_and_lists_what_no_rule_knows()
    {
        ProductCatalog catalog = Shop.Catalog(
            Shop.Product with { Id = "1", Title = "Polkadot mug" }, Shop.Product with { Id = "2", Title = "Blue mug" }, Shop.Product with { Id = "3", Title = "Postage" });
        ClassificationReport report = ProductClassifier.Default.Classify(catalog, Now);
        Assert.Equal(2, report.ProductsByCategory["kitchen-drinkware"]);
        Assert.Equal(2, report.ProductsByRule["drinkware"]);
        Assert.Equal(0, report.ProductsByRule["clocks"]);
        Assert.Equal(["3"], report.Unclassified.Select(p => p.Id));
        Assert.Equal(["3"], report.Catalog.Unclassified.Select(p => p.Id));
        Assert.Equal(2m / 3m, report.Coverage);
        Assert.Equal("kitchen-drinkware", report.Catalog.Find("2")?.CategoryId);
        Assert.Empty(report.Issues);
    }

    [Fact]
    public void Rules_that_contradict_each_other_or_name_an_unknown_category_are_reported()
    {
        const string Rules = """
            ruleSet: shop/classification
            version: 1
            facts: catalog.product/1
            hitPolicy: unique
            outcome: { category: string }
            rules:
              - id: cheap
                when: product.price < 30.00
                then: { category: kitchen }
              - id: dear
                when: product.images >= 1
                then: { category: moon }
            currency: USD
            """;
        ProductClassifier classifier = new(RuleSet.Parse(Rules, CatalogFacts.Vocabulary).Require(), Taxonomy.Default);
        ClassificationReport report = classifier.Classify(Shop.Catalog(Shop.Product, Shop.Product with { Id = "P-8", Variants = [Shop.Bottle with { Sku = "8", Gtin = null, Price = Money.Usd(31m) }] }), Now);
        Assert.Equal(["classification_conflict", "unknown_category"], report.Issues.Select(i => i.Code));
        Assert.Equal(2, report.Unclassified.Count);
    }

    [Fact]
    public void Rules_over_other_facts_are_refused()
    {
        var vocabulary = EcomOps.Rules.Vocabularies.Vocabulary.Create("other").Attribute("x", EcomOps.Rules.Vocabularies.AttributeType.Int).Build();
        RuleSet rules = RuleSet.Parse("ruleSet: a\nversion: 1\nfacts: other/1\nhitPolicy: first\nrules:\n  - { id: r, when: x > 1, then: { category: kitchen } }\n", vocabulary).Require();
        Assert.Throws<ArgumentException>(() => new ProductClassifier(rules, Taxonomy.Default));
    }

    [Theory]
    [InlineData("  Steel-Bottle, 750ML!", " steel bottle 750ml ")]
    [InlineData("", " ")]
    [InlineData("ÄPFEL & Öl", " äpfel öl ")]
    public void Words_are_lower_case_with_single_spaces_around_them(string title, string words) => Assert.Equal(words, ProductFacts.WordsOf(title));
}
