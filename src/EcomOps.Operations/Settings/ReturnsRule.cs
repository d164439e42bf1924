namespace EcomOps.Operations.Settings;

/// <summary>Which rows are returns: those with a negative quantity, a positive price and an order number of a given form, unless a rule on the stock code leaves the item out.</summary>
/// <param name="OrderIdPrefixes">Prefixes of order numbers that mark returns, compared ordinally; empty when any row with a negative quantity is one.</param>
public sealed record ReturnsRule(IReadOnlyList<string> OrderIdPrefixes);
