using EcomOps.Core;

namespace EcomOps.Inventory.Ledger;

/// <summary>The command contradicts itself or the state of the ledger.</summary>
/// <param name="Issues">All findings; at least one.</param>
public sealed record InvalidRequest(IReadOnlyList<Issue> Issues) : StockRefusal;
