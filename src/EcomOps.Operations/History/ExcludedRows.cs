using EcomOps.Operations.Settings;

namespace EcomOps.Operations.History;

/// <summary>The rows that one exclusion rule left out.</summary>
/// <param name="Rule">Id of the rule in <c>store.yaml</c> ("R1").</param>
/// <param name="Reason">The rule in words ("cancellation or adjustment").</param>
/// <param name="Rows">Rows left out, 0 or more.</param>
/// <param name="Scope">What they were left out of.</param>
public sealed record ExcludedRows(string Rule, string Reason, long Rows, ExclusionScope Scope = ExclusionScope.Sales);
