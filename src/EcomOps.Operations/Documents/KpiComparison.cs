namespace EcomOps.Operations.Documents;

/// <summary>A KPI against one basis.</summary>
/// <param name="Basis">For example <c>prior period</c>, <c>prior year</c> or <c>target</c>.</param>
/// <param name="Change">Relative change as a fraction: 0.05 is five percent more; null when the basis is zero or missing.</param>
/// <param name="HigherIsBetter">Whether a positive change is good news.</param>
/// <param name="BasisValue">Formatted value of the basis.</param>
public sealed record KpiComparison(string Basis, double? Change, bool HigherIsBetter, string BasisValue);
