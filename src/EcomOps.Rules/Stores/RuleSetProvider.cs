using System.Collections.Concurrent;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Vocabularies;
using NodaTime;

namespace EcomOps.Rules.Stores;

/// <summary>Compiled sets out of a store: the version in force at an instant, or the one that a decision names.</summary>
/// <remarks>Thread-safe. Compiled versions are kept by content hash; there are as many as versions in use.</remarks>
/// <param name="store">Store.</param>
/// <param name="vocabulary">Vocabulary of the sets' facts.</param>
/// <param name="options">Lists and imports; null for none.</param>
public sealed class RuleSetProvider(IRuleSetStore store, Vocabulary vocabulary, RuleSetOptions? options = null)
{
    private readonly ConcurrentDictionary<string, RuleSet> _compiled = new(StringComparer.Ordinal);

    /// <summary>The version in force at an instant.</summary>
    /// <param name="id">Id of the set.</param>
    /// <param name="at">Instant.</param>
    /// <param name="cancellationToken">Token.</param>
    /// <returns>The compiled set, or null when none was in force yet.</returns>
    /// <exception cref="RuleSetException">The stored document does not fit the vocabulary.</exception>
    public async ValueTask<RuleSet?> InForceAsync(string id, Instant at, CancellationToken cancellationToken = default) =>
        Compiled(await store.FindInForceAsync(id, at, cancellationToken).ConfigureAwait(false));

    /// <summary>The version that a decision records, to replay it.</summary>
    /// <param name="id">Id of the set.</param>
    /// <param name="contentHash">Hash.</param>
    /// <param name="cancellationToken">Token.</param>
    /// <returns>The compiled set, or null when the store does not hold it.</returns>
    /// <exception cref="RuleSetException">The stored document does not fit the vocabulary.</exception>
    public async ValueTask<RuleSet?> ByHashAsync(string id, string contentHash, CancellationToken cancellationToken = default) =>
        Compiled(await store.FindByHashAsync(id, contentHash, cancellationToken).ConfigureAwait(false));

    private RuleSet? Compiled(StoredRuleSet? stored) =>
        stored is null ? null : _compiled.GetOrAdd(stored.ContentHash, _ => RuleSet.Compile(stored.Document, vocabulary, options).Require());
}
