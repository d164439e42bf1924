namespace EcomOps.Operations.Documents;

/// <summary>A metric that a reader can choose on the dashboard.</summary>
/// <param name="Id">Id in the registry of Analytics.</param>
/// <param name="Name">Name.</param>
/// <param name="Definition">How it is computed.</param>
/// <param name="Format"><c>money</c>, <c>count</c>, <c>rate</c> or <c>multiple</c>.</param>
/// <param name="HigherIsBetter">Whether a rise is good news; null when neither is.</param>
public sealed record ExplorerMetric(string Id, string Name, string Definition, string Format, bool? HigherIsBetter);
