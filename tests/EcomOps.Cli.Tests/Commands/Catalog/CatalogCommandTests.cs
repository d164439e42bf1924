using System.CommandLine;
using System.Text.Json;
using System.Xml.Linq;
using EcomOps.Cli.Commands.Catalog;

namespace EcomOps.Cli.Tests.Commands.Catalog;

public sealed class CatalogCommandTests : IDisposable
{
    private const string Good = """{ "id": "MUG", "title": "Polkadot mug, dishwasher safe", "description": "Holds 300 ml.", "brand": "Northfall", "link": "https://shop.example.com/mug", "images": ["https://cdn.example.com/mug.jpg"], "variants": [{ "sku": "MUG-1", "price": "6.50 GBP", "gtin": "4006381333931" }] }""";
    private const string Bare = """{ "id": "JUG", "title": "Milk jug", "variants": [{ "sku": "JUG-1", "price": "9 GBP" }] }""";

    private readonly string _folder = Directory.CreateTempSubdirectory("catalog").FullName;

    [Fact]
    public void A_sound_product_is_fine()
    {
        (int code, string output, _) = Run("check", Write("p.json", $"[{Good}]"), "--country", "GB", "--at", "2026-11-24");
        Assert.Equal(0, code);
        Assert.Contains("1 products read, 0 rejected", output, StringComparison.Ordinal);
        Assert.Contains("google: 1 items, 0 would be refused", output, StringComparison.Ordinal);
        Assert.Contains("0 of 1 products unclassified by catalog/classification", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_channel_would_refuse_is_shown_with_the_revenue_at_stake()
    {
        string products = Write("p.json", $"{Good}\n{Bare}\n");
        string revenue = Write("revenue.csv", "JUG-1,1250.00 GBP\n");
        (int code, string output, _) = Run("check", products, "--country", "GB", "--at", "2026-11-24", "--revenue", revenue);
        Assert.Equal(1, code);
        Assert.Contains("google: 2 items, 1 would be refused", output, StringComparison.Ordinal);
        Assert.Matches("error +missing_required +image_link +1 +1250.00 GBP +JUG-1", output);

        (_, string json, _) = Run("check", products, "--country", "GB", "--at", "2026-11-24", "--json");
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(1, document.RootElement.GetProperty("feed").GetProperty("excluded").GetInt32());
    }

    [Fact]
    public void A_feed_is_written_without_what_would_be_refused()
    {
        string products = Write("p.json", $"{Good}\n{Bare}\n");
        string feed = Path.Combine(_folder, "google.xml");
        (int code, string output, _) = Run("feed", products, "--out", feed, "--country", "GB", "--at", "2026-11-24");
        Assert.Equal(0, code);
        Assert.Contains("google.xml: 1 items", output, StringComparison.Ordinal);
        Assert.Single(XDocument.Load(feed).Descendants("item"));
        Assert.Equal(1, Run("feed", products, "--out", feed, "--country", "GB", "--strict").Code);
    }

    [Fact]
    public void Meta_gets_a_csv_unless_another_format_is_named()
    {
        string products = Write("p.json", Good);
        string csv = Path.Combine(_folder, "meta.csv"), tsv = Path.Combine(_folder, "meta.tsv");
        Assert.Equal(0, Run("feed", products, "--channel", "meta", "--out", csv).Code);
        Assert.Equal(0, Run("feed", products, "--channel", "meta", "--out", tsv, "--format", "tsv").Code);
        Assert.StartsWith("id,title,description,", File.ReadAllText(csv), StringComparison.Ordinal);
        Assert.StartsWith("id\ttitle\tdescription\t", File.ReadAllText(tsv), StringComparison.Ordinal);
    }

    [Fact]
    public void The_rules_that_ship_can_be_copied_edited_and_used()
    {
        (int code, string rules, _) = Run("defaults", "classification");
        Assert.Equal(0, code);
        string own = Write("own.rules.yaml", rules.Replace("category: kitchen-drinkware", "category: party", StringComparison.Ordinal).Replace("tests:", "ignored:", StringComparison.Ordinal).Split("ignored:")[0]);
        string feed = Path.Combine(_folder, "google.xml");
        Assert.Equal(0, Run("feed", Write("p.json", Good), "--out", feed, "--rules", own).Code);
        Assert.Contains("Party &amp; celebration", File.ReadAllText(feed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "nowhere.json")]
    [InlineData("check", "{p}", "--channel", "amazon")]
    [InlineData("check", "{p}", "--country", "uk")]
    [InlineData("check", "{p}", "--at", "soon")]
    [InlineData("check", "{p}", "--revenue", "{p}")]
    [InlineData("check", "{bad}")]
    [InlineData("feed", "{p}", "--out", "{p}/no/feed.xml")]
    [InlineData("feed", "{p}", "--out", "x.xml", "--format", "pdf")]
    [InlineData("defaults", "everything")]
    public void Misuse_ends_with_a_message_and_nothing_written(params string[] arguments)
    {
        string good = Write("p.json", Good), bad = Write("bad.json", "{");
        (int code, _, string error) = Run([.. arguments.Select(a => a.Replace("{p}", good, StringComparison.Ordinal).Replace("{bad}", bad, StringComparison.Ordinal))]);
        Assert.Equal(2, code);
        Assert.StartsWith("error: ", error, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        StringWriter output = new() { NewLine = "\n" };
        StringWriter error = new() { NewLine = "\n" };
        RootCommand root = new() { CatalogCommand.Create() };
        int code = root.Parse(["catalog", .. arguments]).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
