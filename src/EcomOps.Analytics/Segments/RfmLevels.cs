namespace EcomOps.Analytics.Segments;

/// <summary>How many different scores can occur in each dimension; fewer than asked for when quantile cuts coincide.</summary>
/// <param name="Recency">Recency levels.</param>
/// <param name="Frequency">Frequency levels.</param>
/// <param name="Monetary">Monetary levels.</param>
public readonly record struct RfmLevels(int Recency, int Frequency, int Monetary);
