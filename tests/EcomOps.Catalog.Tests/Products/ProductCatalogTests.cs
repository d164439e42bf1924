using EcomOps.Catalog.Products;
using EcomOps.Catalog.Taxonomies;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Catalog.Tests.Products;

public sealed class ProductCatalogTests
{
    [Fact]
    public void A_complete_product_has_no_issue() => Assert.Empty(Shop.Catalog(Shop.Product, Shop.Shirt).Issues);

    [Fact]
    public void Every_problem_is_reported_with_its_place()
    {
        Product product = new()
        {
            Id = "P",
            Title = "  ",
            CategoryId = "nowhere",
            OptionAxes = ["size"],
            Link = "shop.example.com",
            Rating = new ProductRating(6, 10),
            Variants =
            [
                new Variant
                {
                    Sku = "A",
                    Gtin = "4006381333932",
                    Options = new Dictionary<string, string> { ["color"] = "red" },
                    Price = new Price(Money.Eur(10m), new SalePrice(Money.Eur(12.001m), Instant.FromUtc(2026, 1, 2, 0, 0), Instant.FromUtc(2026, 1, 1, 0, 0))),
                },
                new Variant { Sku = "A", Price = Money.Eur(0m) },
                new Variant { Sku = default },
            ],
        };
        string[] expected =
        [
            "products[P].title missing_title",
            "products[P].description missing_description",
            "products[P].images missing_image",
            "products[P].categoryId unknown_category",
            "products[P].link invalid_url",
            "products[P].rating rating_out_of_range",
            "products[P].variants[A].gtin gtin_check_digit",
            "products[P].variants[A].options[size] missing_option",
            "products[P].variants[A].options[color] unknown_option",
            "products[P].variants[A].price.sale.amount price_too_precise",
            "products[P].variants[A].price.sale.amount sale_price_above_price",
            "products[P].variants[A].price.sale sale_window_reversed",
            "products[P].variants[A].sku duplicate_sku",
            "products[P].variants[A].options[size] missing_option",
            "products[P].variants[A].options variant_not_distinct",
            "products[P].variants[A].price.regular price_not_positive",
            "products[P].variants[2].sku missing_sku",
            "products[P].variants[2].options[size] missing_option",
            "products[P].variants[2].options variant_not_distinct",
            "products[P].variants[2].price missing_price",
        ];
        Assert.Equal(expected.Order(), ProductCatalog.Of([product], Taxonomy.Default).Issues.Select(i => $"{i.Path} {i.Code}").Order());
    }

    [Fact]
    public void A_gtin_that_two_variants_share_is_a_warning_whatever_its_padding()
    {
        Product other = Shop.Product with { Id = "P-9", Variants = [Shop.Bottle with { Sku = "OTHER", Gtin = "04006381333931" }] };
        Issue issue = Assert.Single(Shop.Catalog(Shop.Product, other).Issues);
        Assert.Equal(("duplicate_gtin", Severity.Warning), (issue.Code, issue.Severity));
    }

    [Fact]
    public void A_product_with_an_id_that_is_taken_is_kept_and_reported()
    {
        ProductCatalog catalog = Shop.Catalog(Shop.Product, Shop.Product with { Title = "Second", Variants = [Shop.Bottle with { Sku = "SECOND", Gtin = null }] });
        Assert.Equal("duplicate_product_id", Assert.Single(catalog.Issues).Code);
        Assert.Same(catalog.Products[0], catalog.Find("P-1"));
        Assert.Same(catalog.Products[1], catalog.Find(new Sku("SECOND"))?.Product);
        Assert.Null(catalog.Find(new Sku("NONE")));
    }

    [Fact]
    public void Drafts_and_archived_products_are_published_nowhere()
    {
        ProductCatalog catalog = Shop.Catalog(Shop.Product, Shop.Shirt with { Status = ProductStatus.Draft }, Shop.Shirt with { Id = "P-3", Status = ProductStatus.Archived });
        Assert.Equal(["P-1"], catalog.Published("google", "en-GB").Products.Select(p => p.Id));
    }

    [Fact]
    public void Without_a_taxonomy_everything_is_unclassified_and_nothing_is_wrong()
    {
        ProductCatalog catalog = Shop.Catalog(Shop.Product with { CategoryId = "anything" });
        Assert.Empty(catalog.Issues);
        Assert.Single(catalog.Unclassified);
    }
}
