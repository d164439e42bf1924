using EcomOps.Core;

namespace EcomOps.Inventory.Ledger;

/// <summary>Proof of the balances from the movements.</summary>
/// <param name="Sequence">Last entry that was verified.</param>
/// <param name="Movements">Movements read.</param>
/// <param name="Lines">Double-entry lines read.</param>
/// <param name="Claims">Active claims that were compared.</param>
/// <param name="Batches">Batches whose hash was recomputed; batches that lost entries to compaction cannot be.</param>
/// <param name="Issues">Every difference; empty when the ledger is sound.</param>
public sealed record StockVerification(long Sequence, long Movements, long Lines, long Claims, long Batches, IReadOnlyList<Issue> Issues)
{
    /// <summary>Whether nothing differs.</summary>
    public bool IsClean => Issues.Count == 0;
}
