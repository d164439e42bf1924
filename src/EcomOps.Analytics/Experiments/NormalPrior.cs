namespace EcomOps.Analytics.Experiments;

/// <summary>Prior belief about a relative difference; for absolute differences it is multiplied by the control's mean.</summary>
/// <param name="Mean">Prior mean.</param>
/// <param name="Variance">Prior variance, above 0.</param>
public sealed record NormalPrior(double Mean, double Variance);
