namespace EcomOps.Inventory.Counting;

/// <summary>No two counts agree and no more are allowed: a person decides, see <see cref="CountReport.Settle"/>.</summary>
public sealed record CountEscalated : CountDecision;
