namespace EcomOps.Analytics.Experiments;

/// <summary>Who takes part in an experiment and how they are split.</summary>
/// <param name="Id">Stable id; changing it reshuffles the visitors.</param>
/// <param name="Layer">Layer; experiments with disjoint ranges of one layer never share a visitor, those of different layers are independent.</param>
/// <param name="From">Start of the range of the layer, 0 or more, inclusive.</param>
/// <param name="To">End of the range, at most 1, exclusive.</param>
/// <param name="Variants">Names and weights, control first; weights above 0.</param>
public sealed record ExperimentPlan(string Id, string Layer, double From, double To, IReadOnlyList<(string Name, double Weight)> Variants);
