using EcomOps.Rules.Documents;
using EcomOps.Rules.Stores.Internal;
using NodaTime;

namespace EcomOps.Rules.Stores;

/// <summary>Rule sets in memory: for tests and for hosts that publish at start.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class MemoryRuleSetStore : IRuleSetStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<StoredRuleSet>> _sets = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public ValueTask<StoredRuleSet> PublishAsync(RuleSetDocument document, Instant inForceFrom, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        cancellationToken.ThrowIfCancellationRequested();
        var published = new StoredRuleSet(document, document.ComputeContentHash(), inForceFrom);
        lock (_gate)
        {
            if (!_sets.TryGetValue(document.Id, out List<StoredRuleSet>? versions))
            {
                _sets[document.Id] = versions = [];
            }

            if (VersionHistory.Same(versions, published) is { } same)
            {
                return ValueTask.FromResult(same);
            }

            versions.Add(published);
            return ValueTask.FromResult(published);
        }
    }

    /// <inheritdoc />
    public async ValueTask<StoredRuleSet?> FindInForceAsync(string id, Instant at, CancellationToken cancellationToken) =>
        VersionHistory.InForce(await ListAsync(id, cancellationToken).ConfigureAwait(false), at);

    /// <inheritdoc />
    public async ValueTask<StoredRuleSet?> FindByHashAsync(string id, string contentHash, CancellationToken cancellationToken) =>
        (await ListAsync(id, cancellationToken).ConfigureAwait(false)).FirstOrDefault(v => v.ContentHash == contentHash);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredRuleSet>> ListAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_sets.TryGetValue(id, out List<StoredRuleSet>? versions) ? VersionHistory.Order(versions) : []);
        }
    }
}
