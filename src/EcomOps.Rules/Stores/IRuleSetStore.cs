using EcomOps.Rules.Documents;
using NodaTime;

namespace EcomOps.Rules.Stores;

/// <summary>Keeps every published version of rule sets and knows which was in force when, so that any decision can be replayed.</summary>
/// <remarks>
/// Versions are never changed or deleted. Of two versions in force from the same instant the higher number counts. Implementations are
/// thread-safe.
/// </remarks>
public interface IRuleSetStore
{
    /// <summary>Publishes a version. The same version with the same content and instant again changes nothing.</summary>
    /// <param name="document">Document.</param>
    /// <param name="inForceFrom">First instant at which it is in force.</param>
    /// <param name="cancellationToken">Token.</param>
    /// <returns>The stored version.</returns>
    /// <exception cref="Core.EcomOpsException"><c>rule_set_version_exists</c>: the version number is taken by other content or another instant.</exception>
    ValueTask<StoredRuleSet> PublishAsync(RuleSetDocument document, Instant inForceFrom, CancellationToken cancellationToken);

    /// <summary>The version in force at an instant.</summary>
    /// <param name="id">Id of the set.</param>
    /// <param name="at">Instant.</param>
    /// <param name="cancellationToken">Token.</param>
    /// <returns>The version, or null when none was in force yet.</returns>
    ValueTask<StoredRuleSet?> FindInForceAsync(string id, Instant at, CancellationToken cancellationToken);

    /// <summary>The version with a content hash.</summary>
    /// <param name="id">Id of the set.</param>
    /// <param name="contentHash">Hash as decisions record it.</param>
    /// <param name="cancellationToken">Token.</param>
    /// <returns>The version, or null.</returns>
    ValueTask<StoredRuleSet?> FindByHashAsync(string id, string contentHash, CancellationToken cancellationToken);

    /// <summary>All versions of a set, by instant, then number.</summary>
    /// <param name="id">Id of the set.</param>
    /// <param name="cancellationToken">Token.</param>
    /// <returns>Versions; empty for an unknown set.</returns>
    ValueTask<IReadOnlyList<StoredRuleSet>> ListAsync(string id, CancellationToken cancellationToken);
}
