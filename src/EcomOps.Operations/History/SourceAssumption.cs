namespace EcomOps.Operations.History;

/// <summary>Something that the source does not hold and that a setting supplies, so that every artefact built on it can name it.</summary>
/// <param name="Subject">What was assumed ("Costs").</param>
/// <param name="Statement">The assumption as a sentence with its figures.</param>
/// <param name="Setting">Path of the setting in <c>store.yaml</c> ("supply.costShareOfPrice").</param>
public sealed record SourceAssumption(string Subject, string Statement, string Setting);
