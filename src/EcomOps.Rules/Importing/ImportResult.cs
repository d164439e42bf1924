using EcomOps.Core;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Importing;

/// <summary>What an import gave.</summary>
/// <param name="Documents">Rule sets, one per workflow or table; only rules whose condition could be carried over whole are in them.</param>
/// <param name="Issues">Everything that was not carried over or was changed, with its place in the file as a path such as <c>[0].Rules[3].Expression</c>: errors for rules left out, warnings for parts left out, infos for what reads differently now.</param>
/// <remarks>Immutable. The documents have not been checked: no vocabulary is known yet.</remarks>
public sealed record ImportResult(IReadOnlyList<RuleSetDocument> Documents, IReadOnlyList<Issue> Issues);
