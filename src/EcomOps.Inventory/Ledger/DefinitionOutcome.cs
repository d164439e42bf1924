using EcomOps.Core;

namespace EcomOps.Inventory.Ledger;

/// <summary>Answer to a definition of a location, pool, item, channel or expected supply.</summary>
/// <param name="Sequence">Sequence after which it is visible; 0 when refused.</param>
/// <param name="Issues">Why it was refused; empty when it was taken.</param>
public sealed record DefinitionOutcome(long Sequence, IReadOnlyList<Issue> Issues)
{
    /// <summary>Whether the definition was taken.</summary>
    public bool IsTaken => Issues.Count == 0;
}
