namespace EcomOps.Inventory.Forecasting.Hierarchies.Internal;

// Means by step and node, and by node what becomes of the error variance where that is known.
internal sealed record CoherentMeans(double[][] Steps, double[]? VarianceRatios);
