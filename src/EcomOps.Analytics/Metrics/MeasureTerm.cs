namespace EcomOps.Analytics.Metrics;

/// <summary>A measure in a sum.</summary>
/// <param name="Measure">Measure.</param>
/// <param name="Sign">1 to add it, -1 to take it off.</param>
public sealed record MeasureTerm(Measure Measure, int Sign);
