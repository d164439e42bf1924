namespace EcomOps.Rules.Analysis;

/// <summary>How the inputs that a rule matches changed.</summary>
/// <param name="IsSame">Proven: no input is lost or gained, whatever unknown calls return.</param>
/// <param name="IsUndecided">The analysis reached its limit before an answer.</param>
/// <param name="Lost">An input that only the old rule matches; null when there is none or none was found.</param>
/// <param name="Gained">An input that only the new rule matches; null when there is none or none was found.</param>
public sealed record AreaChange(bool IsSame, bool IsUndecided, AnalysisWitness? Lost, AnalysisWitness? Gained);
