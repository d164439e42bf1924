namespace EcomOps.Analytics.Ltv;

/// <summary>How well a candidate, fitted to the calibration, foretold the validation.</summary>
/// <param name="Model">Name of the candidate.</param>
/// <param name="LogScore">Predictive log score in nats, summed over customers: the logarithm of the probability density that the model gave to the times of the purchases that came; larger is better.</param>
/// <param name="Report">Sums and errors over the same weeks; for reading, they play no part in the choice.</param>
/// <remarks>
/// The score of a customer is ln L(history at the end of validation) - ln L(history at its start). It is strictly proper
/// (Gneiting and Raftery 2007, "Strictly proper scoring rules, prediction, and estimation"): no other forecast than the true one can expect more. The error of the sum alone would
/// reward errors of customers that happen to cancel.
/// </remarks>
public sealed record ValidationScore(string Model, double LogScore, HoldoutReport Report);
