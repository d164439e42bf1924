namespace EcomOps.Operations.Settings;

/// <summary>Cycle service levels by ABC class, and where the classes end.</summary>
/// <param name="A">Probability of no stock-out in a replenishment cycle for the items that bring most revenue, in (0, 1).</param>
/// <param name="B">The same for the middle.</param>
/// <param name="C">The same for the rest.</param>
/// <param name="ShareA">Share of revenue that class A makes up, in (0, 1).</param>
/// <param name="ShareAAndB">Share of revenue that A and B make up together, above <paramref name="ShareA"/> and below 1.</param>
public sealed record ServiceLevels(double A = 0.98, double B = 0.95, double C = 0.90, double ShareA = 0.80, double ShareAAndB = 0.95);
