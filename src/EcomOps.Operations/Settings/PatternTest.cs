namespace EcomOps.Operations.Settings;

/// <summary>True when the text matches a regular expression, or when it does not.</summary>
/// <param name="Pattern">.NET regular expression without look-around and back-references, so that its time is linear in the text.</param>
/// <param name="Negated">True for texts that do not match.</param>
public sealed record PatternTest(string Pattern, bool Negated) : RowTest;
