using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Stores;
using EcomOps.Rules.Vocabularies;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers rule sets.</summary>
public static class EcomOpsRulesServiceCollectionExtensions
{
    /// <summary>Registers the store of rule sets, in memory unless another is registered. Calling twice changes nothing.</summary>
    /// <param name="services">Services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddEcomOpsRules(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IRuleSetStore, MemoryRuleSetStore>();
        return services;
    }

    /// <summary>Keeps rule sets in a folder.</summary>
    /// <param name="services">Services.</param>
    /// <param name="folder">Folder.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddFolderRuleSetStore(this IServiceCollection services, string folder)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        services.RemoveAll<IRuleSetStore>();
        services.AddSingleton<IRuleSetStore>(_ => new FolderRuleSetStore(folder));
        return services;
    }

    /// <summary>Registers a file as a keyed <see cref="HotRuleSet"/> that follows its changes.</summary>
    /// <param name="services">Services.</param>
    /// <param name="name">Key.</param>
    /// <param name="path">YAML or JSON file; read when the service is first asked for.</param>
    /// <param name="vocabulary">Vocabulary of the facts.</param>
    /// <param name="options">Lists, imports and files; null for none.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddRuleSetFile(this IServiceCollection services, string name, string path, Vocabulary vocabulary, RuleSetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(vocabulary);
        services.TryAddKeyedSingleton(name, (provider, _) => HotRuleSet.Open(path, vocabulary, options, provider.GetService<TimeProvider>()));
        return services;
    }
}
