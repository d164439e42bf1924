using EcomOps.Catalog.Classification;
using EcomOps.Catalog.Enrichment;
using EcomOps.Catalog.Taxonomies;
using EcomOps.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace EcomOps.Catalog.Tests.DependencyInjection;

public sealed class RegistrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void What_ships_is_registered_and_registering_twice_changes_nothing()
    {
        using ServiceProvider services = new ServiceCollection().AddEcomOpsCatalog().AddEcomOpsCatalog().BuildServiceProvider();
        Assert.Same(Taxonomy.Default, services.GetRequiredService<Taxonomy>());
        Assert.Same(ProductClassifier.Default, services.GetRequiredService<ProductClassifier>());
        Assert.Same(EnrichmentStandard.Default, Assert.Single(services.GetServices<EnrichmentStandard>()));
    }

    [Fact]
    public void A_host_brings_files_of_its_own()
    {
        string taxonomy = Write("taxonomy.txt", "1 - Drinks\n2 - Drinks > Bottles");
        string rules = Write("c.rules.yaml", "ruleSet: own\nversion: 1\nfacts: catalog.product/1\nhitPolicy: first\noutcome: { category: string }\nrules:\n  - { id: all, when: product.variants >= 1, then: { category: \"2\" } }\n");
        using ServiceProvider services = new ServiceCollection()
            .AddEcomOpsCatalog(o => (o.TaxonomyPath, o.ClassificationRulesPath) = (taxonomy, rules)).BuildServiceProvider();
        Assert.Equal(new Classified("2", "all"), services.GetRequiredService<ProductClassifier>().Classify(Shop.Product, Instant.FromUtc(2026, 1, 1, 0, 0)));
    }

    [Fact]
    public void Options_that_make_no_sense_say_why()
    {
        string taxonomy = Write("taxonomy.txt", "1 - A\n2 - A");
        using ServiceProvider services = new ServiceCollection().AddEcomOpsCatalog(o => (o.TaxonomyPath, o.EnrichmentRulesPath) = (taxonomy, "/nowhere.yaml")).BuildServiceProvider();
        OptionsValidationException failed = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<Taxonomy>());
        Assert.Equal(2, failed.Failures.Count());
    }

    [Fact]
    public void A_taxonomy_with_problems_is_refused_with_all_of_them()
    {
        string taxonomy = Write("taxonomy.txt", "1 - A\n2 - A");
        string rules = Write("c.rules.yaml", ProductClassifier.DefaultRules);
        using ServiceProvider services = new ServiceCollection().AddEcomOpsCatalog(o => (o.TaxonomyPath, o.ClassificationRulesPath) = (taxonomy, rules)).BuildServiceProvider();
        Assert.Equal("taxonomy_unreadable", Assert.Throws<EcomOpsException>(() => services.GetRequiredService<Taxonomy>()).Code);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
