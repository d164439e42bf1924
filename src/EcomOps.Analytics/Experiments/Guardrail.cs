namespace EcomOps.Analytics.Experiments;

/// <summary>A metric that the treatment must not hurt.</summary>
/// <param name="Name">Metric; each variant's data hold its statistic under this name.</param>
/// <param name="Margin">Relative loss that would be tolerated, 0 or more.</param>
/// <param name="HigherIsBetter">Whether a rise is good; false for return rate, page time, complaints.</param>
public sealed record Guardrail(string Name, double Margin, bool HigherIsBetter = true);
