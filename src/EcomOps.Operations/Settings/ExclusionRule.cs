namespace EcomOps.Operations.Settings;

/// <summary>A named reason to leave a readable row out. Rules of scope <see cref="ExclusionScope.Sales"/> apply first, then those of <see cref="ExclusionScope.Customers"/>, each in their order; a row counts at the first that it meets.</summary>
/// <param name="Id">Short id, unique ("R1").</param>
/// <param name="Reason">The rule in words, for the summary.</param>
/// <param name="Field">Field that is tested, after white space was cut and stock codes were put in upper case.</param>
/// <param name="Test">The test; a row that passes it is left out.</param>
/// <param name="Scope">What it is left out of.</param>
public sealed record ExclusionRule(string Id, string Reason, OrderField Field, RowTest Test, ExclusionScope Scope = ExclusionScope.Sales);
