using EcomOps.Catalog.Images;
using EcomOps.Catalog.Products;
using EcomOps.Core;

namespace EcomOps.Catalog.Tests.Images;

public sealed class ImageGuidelinesTests
{
    private static readonly ProductImage Good = new("https://cdn.example.com/1.jpg") { File = new ImageFile("JPEG", 1200, 900, 200_000, "aa"), AlternativeText = "A steel bottle" };

    [Fact]
    public void Three_good_images_have_no_issue()
    {
        Product product = Shop.Product with { Images = [Good, Other(2, "bb"), Other(3, "cc")] };
        Assert.Empty(ImageGuidelines.Default.Check(product));
    }

    [Fact]
    public void Everything_about_an_image_that_falls_short_is_said()
    {
        Product product = Shop.Product with
        {
            Images =
            [
                new ProductImage("https://cdn.example.com/1.jpg") { File = new ImageFile("WebP", 999, 999, 1, "AA"), AlternativeText = new string('x', 126) },
                Good with { Link = "https://cdn.example.com/2.jpg", Role = ImageRole.Gallery },
                new ProductImage("https://cdn.example.com/3.jpg", ImageRole.Gallery),
            ],
        };
        Assert.Equal(
            [
                "products[P-1].images[0] image_too_small", "products[P-1].images[0] image_format", "products[P-1].images[0] image_alternative_text_too_long",
                "products[P-1].images[1] image_repeated", "products[P-1].images[2] image_not_inspected", "products[P-1].images[2] image_alternative_text_missing",
            ],
            ImageGuidelines.Default.Check(product).Select(i => $"{i.Path} {i.Code}"));
    }

    [Fact]
    public void A_variant_without_any_image_is_an_error()
    {
        Issue issue = Assert.Single(ImageGuidelines.Default.Check(Shop.Product with { Images = [] }));
        Assert.Equal(("image_missing", Severity.Error, "products[P-1].variants[SKU-1001]"), (issue.Code, issue.Severity, issue.Path));
    }

    [Fact]
    public void Alternative_texts_are_looked_for_in_the_language_of_the_page()
    {
        ProductImage german = Good with { AlternativeText = Scoped.ByLocale(("de", "Eine Flasche")) };
        ImageGuidelines one = new() { FewestImages = 1 };
        Assert.Empty(one.Check(Shop.Product with { Images = [german] }, "de"));
        Assert.Equal("image_alternative_text_missing", Assert.Single(one.Check(Shop.Product with { Images = [german] }, "en")).Code);
    }

    private static ProductImage Other(int number, string hash) => Good with { Link = $"https://cdn.example.com/{number}.jpg", Role = ImageRole.Gallery, File = Good.File! with { Sha256 = hash, Width = 300 } };
}
