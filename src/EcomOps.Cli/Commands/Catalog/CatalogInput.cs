using System.CommandLine;
using EcomOps.Catalog.Classification;
using EcomOps.Catalog.Documents;
using EcomOps.Catalog.Facts;
using EcomOps.Catalog.Feeds;
using EcomOps.Catalog.Products;
using EcomOps.Catalog.Taxonomies;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Rules.DecisionSets;
using NodaTime;

namespace EcomOps.Cli.Commands.Catalog;

// The options that check and feed share, and what they lead to: products read, checked and placed.
internal sealed class CatalogInput
{
    private readonly Argument<string> _file = new("products") { Description = "Products as JSON: an array, an object with 'products', or one product a line." };
    private readonly Option<string> _channel = new("--channel") { Description = "google or meta.", DefaultValueFactory = _ => "google" };
    private readonly Option<string> _country = new("--country") { Description = "Country that the feed targets.", DefaultValueFactory = _ => "US" };
    private readonly Option<string?> _locale = new("--locale") { Description = "Locale of the texts, for example en-GB." };
    private readonly Option<string?> _taxonomy = new("--taxonomy") { Description = "Taxonomy in the published line form. Without it: the general one." };
    private readonly Option<string?> _rules = new("--rules") { Description = "Classification rules. Without them: the general ones, when there is no taxonomy of your own." };
    private readonly Option<string?> _revenue = new("--revenue") { Description = "Lines of SKU,amount (MUG-1,1250.00 GBP): puts first what most revenue hangs on." };
    private readonly Option<string?> _at = new("--at") { Description = "Instant or day of the feed; now by default." };
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON for machines." };

    public void AddTo(Command command)
    {
        command.Add(_file);
        foreach (Option option in (Option[])[_channel, _country, _locale, _taxonomy, _rules, _revenue, _at, _json])
        {
            command.Add(option);
        }
    }

    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    public CatalogWork Read(ParseResult parsed)
    {
        string file = parsed.GetValue(_file)!;
        if (!File.Exists(file))
        {
            throw new ToolFailure($"There is no file '{file}'.");
        }

        CatalogReading reading = CatalogDocument.Read(File.ReadAllText(file));
        if (reading.Products.Count == 0)
        {
            throw new ToolFailure($"No product of '{file}' could be read.{Environment.NewLine}{string.Join(Environment.NewLine, reading.Issues)}");
        }

        Instant at = parsed.GetValue(_at) is { } text ? Tool.Instant(text) : Now();
        Taxonomy taxonomy = Taxonomy(parsed.GetValue(_taxonomy));
        ProductCatalog catalog = ProductCatalog.Of(reading.Products, taxonomy);
        ClassificationReport? placed = Classifier(parsed, taxonomy)?.Classify(catalog, at);
        string channel = parsed.GetValue(_channel)!;
        string country = parsed.GetValue(_country)!;
        if (channel is not ("google" or "meta"))
        {
            throw new ToolFailure($"'{channel}' is no channel; use google or meta.");
        }

        if (!CountryCode.IsValid(country))
        {
            throw new ToolFailure($"'{country}' is no country code; use two capital letters such as GB.");
        }

        FeedOptions options = new() { Country = country, At = at, Revenue = Revenue(parsed.GetValue(_revenue)) };
        return new CatalogWork(reading, placed?.Catalog ?? catalog, placed, channel, parsed.GetValue(_locale), options, at);
    }

    private ProductClassifier? Classifier(ParseResult parsed, Taxonomy taxonomy)
    {
        if (parsed.GetValue(_rules) is { } file)
        {
            return File.Exists(file)
                ? new ProductClassifier(RuleSet.Load(file, CatalogFacts.Vocabulary), taxonomy)
                : throw new ToolFailure($"There is no file '{file}'.");
        }

        return parsed.GetValue(_taxonomy) is null ? ProductClassifier.Default : null;
    }

    private static Taxonomy Taxonomy(string? file)
    {
        if (file is null)
        {
            return EcomOps.Catalog.Taxonomies.Taxonomy.Default;
        }

        if (!File.Exists(file))
        {
            throw new ToolFailure($"There is no file '{file}'.");
        }

        using StreamReader reader = new(file);
        TaxonomyResult result = TaxonomyFile.Read(reader);
        return result.Issues.Count == 0 ? result.Taxonomy : throw new ToolFailure(string.Join(Environment.NewLine, result.Issues));
    }

    private static Func<Sku, Money?>? Revenue(string? file)
    {
        if (file is null)
        {
            return null;
        }

        if (!File.Exists(file))
        {
            throw new ToolFailure($"There is no file '{file}'.");
        }

        Dictionary<Sku, Money> amounts = [];
        string[] lines = File.ReadAllLines(file);
        for (int i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            int comma = lines[i].LastIndexOf(',');
            string sku = comma < 0 ? string.Empty : lines[i][..comma].Trim();
            if (!Sku.IsValid(sku) || CatalogAmount.Read(lines[i][(comma + 1)..].Trim()) is not { } amount)
            {
                throw new ToolFailure($"{file}, line {i + 1}: write SKU,amount, for example MUG-1,1250.00 GBP.");
            }

            amounts[sku] = amount;
        }

        if (amounts.Values.Select(a => a.Currency).Distinct().Count() > 1)
        {
            throw new ToolFailure($"{file}: the amounts are in several currencies; convert them into one.");
        }

        return sku => amounts.TryGetValue(sku, out Money amount) ? amount : null;
    }

#pragma warning disable RS0030 // The host is where time comes from.
    private static Instant Now() => SystemClock.Instance.GetCurrentInstant();
#pragma warning restore RS0030
}
