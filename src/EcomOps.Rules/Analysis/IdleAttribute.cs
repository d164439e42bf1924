namespace EcomOps.Rules.Analysis;

/// <summary>An attribute that conditions name although no rule's result depends on it: a column that never discriminates.</summary>
/// <param name="Attribute">Dotted path.</param>
public sealed record IdleAttribute(string Attribute) : AnalysisNotice;
