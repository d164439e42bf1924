namespace EcomOps.Analytics.Growth;

/// <summary>One region of a test: what it sold before and during it.</summary>
/// <param name="Id">Region.</param>
/// <param name="IsExposed">Whether the advertisement ran there.</param>
/// <param name="Before">Revenue or margin of the time before the test, in major units of one currency.</param>
/// <param name="During">The same during the test.</param>
/// <param name="Pair">Name of the pair of one exposed and one control region, drawn by lot before the test; null when regions were drawn one by one. All regions have a pair or none has.</param>
public sealed record TestRegion(string Id, bool IsExposed, double Before, double During, string? Pair = null);
