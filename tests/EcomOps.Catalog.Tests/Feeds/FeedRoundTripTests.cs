using System.Text;
using EcomOps.Catalog.Feeds;
using EcomOps.Catalog.Products;
using EcomOps.Core;
using FsCheck;
using FsCheck.Xunit;

namespace EcomOps.Catalog.Tests.Feeds;

/// <summary>What is written can be read back, whatever the texts hold.</summary>
public sealed class FeedRoundTripTests
{
    private static readonly string[] Hostile =
    [
        "]]>", "<![CDATA[", "<!--", "&amp;", "&", "\"", "'", "<script>", "\u0000", "\u0008", "\u001f", "\t", "\r\n", "\r", "\n", "\ufffe", "\uffff", "\ud800", "\udc00",
        "\U0001F37C", "\U0010FFFF", "\u0085", "\u2028", "\u202e", ",", ";", "=1+1", "  ", "é", "\ufeff", "x", "Steel", "water",
    ];

    [Property(MaxTest = 300)]
    public void Any_text_comes_back_from_rss_without_what_xml_cannot_hold(int seed)
    {
        Product product = HostileProduct(new Random(seed));
        (string xml, _) = FeedText.GoogleAsync(Shop.Publish(product), new FeedOptions { WriteRefusedItems = true, Title = product.Brand!, Link = product.Brand! }).GetAwaiter().GetResult();
        ILookup<string, string> item = FeedText.Items(xml).Single();
        Assert.Equal(Expected(Title(product)), item["title"]);
        Assert.Equal(Expected(Description(product)), item["description"]);
        Assert.Equal(Expected(product.Brand!), item["brand"]);
    }

    [Property(MaxTest = 300)]
    public void Any_text_comes_back_from_delimited_text(int seed)
    {
        Product product = HostileProduct(new Random(seed));
        foreach ((FeedFormat format, char separator) in ((FeedFormat, char)[])[(FeedFormat.TabSeparated, '\t'), (FeedFormat.CommaSeparated, ',')])
        {
            FeedOptions options = new() { WriteRefusedItems = true, Format = format };
            (string google, _) = FeedText.GoogleAsync(Shop.Publish(product), options).GetAwaiter().GetResult();
            (string meta, _) = FeedText.MetaAsync(Shop.Publish(product), options).GetAwaiter().GetResult();
            foreach (string text in (string[])[google, meta])
            {
                Dictionary<string, string> row = FeedText.Rows(text, separator).Single();
                Assert.Equal(Expected(Title(product)).SingleOrDefault(string.Empty), row["title"]);
                Assert.Equal(Expected(Description(product)).SingleOrDefault(string.Empty), row["description"]);
            }
        }
    }

    [Property(MaxTest = 200)]
    public void Every_valid_catalogue_is_written_without_error_and_read_back_the_same(PositiveInt size, int seed)
    {
        ProductCatalog catalog = ValidCatalog(new Random(seed), Math.Min(size.Get, 30));
        Assert.Empty(catalog.Issues);
        (string xml, FeedResult result) = FeedText.GoogleAsync(catalog.Published("google")).GetAwaiter().GetResult();
        Assert.DoesNotContain(result.Issues, i => i.Severity == Severity.Error);
        Assert.Equal(0, result.Excluded);
        var expected = catalog.Variants.Select(v => (v.Variant.Sku.Value, v.Product.TitleOf(v.Variant), v.Variant.Price!.Regular.ToString(), v.Variant.Gtin, v.Product.Description!.ToString()));
        Assert.Equal(expected, FeedText.Items(xml).Select(i => (i["id"].Single(), (string?)i["title"].Single(), i["price"].Single(), (string?)i["gtin"].Single(), i["description"].Single())));

        (string csv, FeedResult meta) = FeedText.MetaAsync(catalog.Published("meta")).GetAwaiter().GetResult();
        Assert.DoesNotContain(meta.Issues, i => i.Severity == Severity.Error);
        Assert.Equal(catalog.Variants.Select(v => v.Variant.Sku.Value), FeedText.Rows(csv, ',').Select(r => r["id"]));
    }

    [Fact]
    public async Task Repeated_values_stand_in_one_cell_and_are_quoted_when_they_hold_a_comma()
    {
        Product product = Shop.Product with
        {
            Images = [new ProductImage("https://a.example/1.jpg"), new ProductImage("https://a.example/2,3.jpg", ImageRole.Gallery), new ProductImage("https://a.example/4.jpg", ImageRole.Gallery)],
        };
        (string text, FeedResult result) = await FeedText.GoogleAsync(Shop.Publish(product), new FeedOptions { Format = FeedFormat.TabSeparated });
        Assert.Empty(result.Issues);
        Assert.Equal("\"https://a.example/2,3.jpg\",https://a.example/4.jpg", FeedText.Rows(text, '\t').Single()["additional_image_link"]);
    }

    private static string Title(Product product) => product.Title.ToString();

    private static string Description(Product product) => product.Description!.ToString();

    // Blank text is absent; else every scalar value that XML 1.0 allows (production 2 of the recommendation) comes back, and nothing else.
    private static string[] Expected(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        StringBuilder kept = new();
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                kept.Append(c).Append(text[++i]);
            }
            else if (c is '\t' or '\n' or '\r' || (c >= ' ' && c <= '\ud7ff') || (c >= '\ue000' && c <= '\ufffd'))
            {
                kept.Append(c);
            }
        }

        return [kept.ToString()];
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Hostile[random.Next(Hostile.Length)]));

    private static Product HostileProduct(Random random) => Shop.Product with { Title = "t" + Text(random), Description = Text(random) + "d", Brand = Text(random) + "b" };

    private static ProductCatalog ValidCatalog(Random random, int size)
    {
        List<Product> products = [];
        for (int i = 0; i < size; i++)
        {
            int number = i;
            string[] sizes = ["S", "M", "L", "XL"];
            int variants = random.Next(1, 5);
            products.Add(Shop.Product with
            {
                Id = $"P{number}",
                Title = $"Goods & \"things\" <{random.Next(1000)}> \U0001F37C",
                Description = $"Line one,\nline two; {random.Next()} > {random.Next()}",
                OptionAxes = variants > 1 ? ["size"] : [],
                Variants =
                [
                    .. Enumerable.Range(0, variants).Select(v => new Variant
                    {
                        Sku = $"S{number}-{v}",
                        Gtin = Gtin13((number * 10) + v),
                        Price = Money.Of(random.Next(1, 100_000) / 100m, Currency.Eur),
                        Options = variants > 1 ? new Dictionary<string, string> { ["size"] = sizes[v] } : new Dictionary<string, string>(),
                    }),
                ],
            });
        }

        return ProductCatalog.Of(products);
    }

    private static string Gtin13(int number)
    {
        string body = $"400{number:D9}";
        return body + Gtin.CheckDigit(body);
    }
}
