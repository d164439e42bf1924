namespace EcomOps.Benchmarks.Gates.Rules;

/// <summary>Facts of the rule gates; public, since the rival reads it by reflection.</summary>
public sealed record BenchOrder(string Country, decimal Total, int Items, int Key);
