using EcomOps.Catalog;
using EcomOps.Catalog.Classification;
using EcomOps.Catalog.Enrichment;
using EcomOps.Catalog.Facts;
using EcomOps.Catalog.Taxonomies;
using EcomOps.Core;
using EcomOps.Rules.DecisionSets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the catalogue's taxonomy, classification and enrichment. Feeds and structured data are pure functions and need no registration.</summary>
public static class EcomOpsCatalogServiceCollectionExtensions
{
    /// <summary>Registers <see cref="Taxonomy"/>, <see cref="ProductClassifier"/> and <see cref="EnrichmentStandard"/> as they ship.</summary>
    /// <param name="services">Services.</param>
    /// <returns>The services. Calling twice changes nothing.</returns>
    public static IServiceCollection AddEcomOpsCatalog(this IServiceCollection services) => services.AddEcomOpsCatalog(_ => { });

    /// <summary>Registers them with files of the shop's own, validated at start and read at first use.</summary>
    /// <param name="services">Services.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The services. A service that the host registered before stays.</returns>
    public static IServiceCollection AddEcomOpsCatalog(this IServiceCollection services, Action<CatalogOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<CatalogOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CatalogOptions>, CatalogOptionsValidator>());
        services.TryAddSingleton(provider => Options(provider).TaxonomyPath is { } path ? Read(path) : Taxonomy.Default);
        services.TryAddSingleton(provider => Options(provider).ClassificationRulesPath is { } path
            ? new ProductClassifier(RuleSet.Load(path, CatalogFacts.Vocabulary), provider.GetRequiredService<Taxonomy>())
            : ProductClassifier.Default);
        services.TryAddSingleton(provider => Options(provider).EnrichmentRulesPath is { } path
            ? new EnrichmentStandard(RuleSet.Load(path, CatalogFacts.Vocabulary))
            : EnrichmentStandard.Default);
        return services;
    }

    /// <summary>Registers them with options from a configuration section.</summary>
    /// <param name="services">Services.</param>
    /// <param name="section">Section with the members of <see cref="CatalogOptions"/>.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddEcomOpsCatalog(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddEcomOpsCatalog(options => section.Bind(options));
    }

    private static CatalogOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<CatalogOptions>>().Value;

    private static Taxonomy Read(string path)
    {
        using StreamReader reader = new(path);
        TaxonomyResult result = TaxonomyFile.Read(reader);
        return result.Issues.Count == 0
            ? result.Taxonomy
            : throw new EcomOpsException("taxonomy_unreadable", $"The taxonomy '{path}' has {result.Issues.Count} problems:{Environment.NewLine}{string.Join(Environment.NewLine, result.Issues)}");
    }
}
