namespace EcomOps.Analytics.Experiments;

/// <summary>Comparison of two shares, treatment minus control.</summary>
/// <param name="Difference">Difference of the shares.</param>
/// <param name="Z">Pooled z statistic; 0 when nothing or everything succeeded.</param>
/// <param name="PValue">Two-sided p-value of the pooled test; 1 when nothing or everything succeeded.</param>
/// <param name="Wald">Unpooled normal interval of the difference.</param>
/// <param name="Newcombe">Newcombe's hybrid interval from two Wilson intervals; sound for small counts.</param>
public sealed record ProportionTestResult(double Difference, double Z, double PValue, ConfidenceInterval Wald, ConfidenceInterval Newcombe);
