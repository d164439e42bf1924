namespace EcomOps.Operations.Documents;

/// <summary>One line, group of bars or heat-map row of a <see cref="Chart"/>.</summary>
/// <param name="Name">Legend text.</param>
/// <param name="Values">One value per category; null leaves a gap.</param>
public sealed record Series(string Name, IReadOnlyList<double?> Values);
