using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.History;

namespace EcomOps.Operations.Artefacts;

/// <summary>What an artefact says where the source does not hold what it needs.</summary>
internal static class Gaps
{
    internal static IEnumerable<Block> Of(ShopHistory history, params string[] subjects) =>
        history.Gaps.Where(g => subjects.Contains(g.Subject, StringComparer.Ordinal)).Select(Callout);

    internal static Callout Callout(DataGap gap) => new(Severity.Warning, $"**Not in the data: {gap.Subject}.** {gap.Consequence} {gap.Remedy}");

    /// <summary>The source's own words about a gap, else the given ones.</summary>
    internal static Callout Missing(ShopHistory history, string subject, string consequence, string remedy) =>
        Callout(history.Gaps.FirstOrDefault(g => g.Subject == subject) ?? new DataGap(subject, consequence, remedy));
}
