namespace EcomOps.Analytics.Experiments;

/// <summary>Posterior of a difference.</summary>
/// <param name="Effect">Posterior mean; 0 with an error.</param>
/// <param name="StandardError">Posterior standard deviation; 0 with an error.</param>
/// <param name="Low">Lower end of the credible interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="ChanceToWin">Posterior probability that treatment is better; 0.5 with an error.</param>
/// <param name="RiskOfControl">Expected loss from staying with control.</param>
/// <param name="RiskOfTreatment">Expected loss from shipping treatment.</param>
/// <param name="Error">Why there is no comparison; null when there is one.</param>
public sealed record BayesianResult(double Effect, double StandardError, double Low, double High, double ChanceToWin, double RiskOfControl, double RiskOfTreatment, TwoSampleError? Error = null);
