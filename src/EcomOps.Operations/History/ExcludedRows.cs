namespace EcomOps.Operations.History;

/// <summary>The rows that one exclusion rule left out of sales.</summary>
/// <param name="Rule">Id of the rule in <c>store.yaml</c> ("R1").</param>
/// <param name="Reason">The rule in words ("cancellation or adjustment").</param>
/// <param name="Rows">Rows left out, 0 or more.</param>
public sealed record ExcludedRows(string Rule, string Reason, long Rows);
