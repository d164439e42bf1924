namespace EcomOps.Operations.Documents;

/// <summary>One headline figure with its comparisons.</summary>
/// <param name="Name">The metric's name.</param>
/// <param name="Value">Formatted value, or a dash when it has none.</param>
/// <param name="Definition">How the figure is computed, shown on demand.</param>
/// <param name="Comparisons">Against prior period, prior year and target, those that exist.</param>
/// <param name="Trend">Values of the recent periods, oldest first, for a sparkline; may be empty.</param>
/// <param name="MissingBecause">Why there is no value, or null when there is one.</param>
public sealed record KpiTile(string Name, string Value, string Definition, IReadOnlyList<KpiComparison> Comparisons, IReadOnlyList<double> Trend, string? MissingBecause = null);
