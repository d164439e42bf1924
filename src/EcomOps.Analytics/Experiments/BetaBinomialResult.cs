namespace EcomOps.Analytics.Experiments;

/// <summary>Comparison of two shares by their beta posteriors.</summary>
/// <param name="ProbabilityBBeatsA">P(p_B > p_A).</param>
/// <param name="ExpectedLossChoosingA">E[max(p_B - p_A, 0)].</param>
/// <param name="ExpectedLossChoosingB">E[max(p_A - p_B, 0)].</param>
public sealed record BetaBinomialResult(double ProbabilityBBeatsA, double ExpectedLossChoosingA, double ExpectedLossChoosingB);
