using EcomOps.Core;
using NodaTime;

namespace EcomOps.Rules.Stores.Internal;

// What both stores have in common: order of versions and which number may be published.
internal static class VersionHistory
{
    public static StoredRuleSet? InForce(IReadOnlyList<StoredRuleSet> ordered, Instant at) => ordered.LastOrDefault(v => v.InForceFrom <= at);

    public static IReadOnlyList<StoredRuleSet> Order(IEnumerable<StoredRuleSet> versions) =>
        [.. versions.OrderBy(v => v.InForceFrom).ThenBy(v => v.Document.Version)];

    /// <summary>The version already stored under the number when it is the same, null when the number is free.</summary>
    public static StoredRuleSet? Same(IEnumerable<StoredRuleSet> versions, StoredRuleSet published)
    {
        StoredRuleSet? taken = versions.FirstOrDefault(v => v.Document.Version == published.Document.Version);
        return taken is null || (taken.ContentHash == published.ContentHash && taken.InForceFrom == published.InForceFrom)
            ? taken
            : throw new EcomOpsException("rule_set_version_exists", $"Version {published.Document.Version} of '{published.Document.Id}' is already published with other content or for another instant; give the change a new version.");
    }
}
