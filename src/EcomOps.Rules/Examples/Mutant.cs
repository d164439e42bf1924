using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Examples;

/// <summary>A small change of a rule that the examples should notice.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Change">What was changed, for people: <c>total &gt; 50 became total &gt;= 50</c>.</param>
/// <param name="Span">Where.</param>
public sealed record Mutant(string Rule, string Change, SourceSpan Span);
