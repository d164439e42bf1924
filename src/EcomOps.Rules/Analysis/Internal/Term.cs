using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Analysis.Internal;

// Values inside conditions, after lowering. Equal by content, so that equal atoms share one axis.
internal abstract record Term(TermKind Kind)
{
    public bool IsNumeric => Kind is TermKind.Int or TermKind.Decimal or TermKind.Double or TermKind.Date or TermKind.Timestamp or TermKind.Duration;
}

internal sealed record FieldTerm(int Field, TermKind Kind) : Term(Kind);

// Dates are days since 1970-01-01, instants and durations nanoseconds.
internal sealed record NumberTerm(Rational Value, TermKind Kind) : Term(Kind);

internal sealed record TextTerm(string Value) : Term(TermKind.Text);

internal sealed record BinaryTerm(char Operator, Term Left, Term Right, TermKind Kind) : Term(Kind);

internal sealed record NegateTerm(Term Operand) : Term(Operand.Kind);

internal sealed record ChoiceTerm(Formula If, Term Then, Term Else) : Term(Then.Kind);

// Always fails.
internal sealed record ErrorTerm(TermKind Kind) : Term(Kind);

// Beyond the fragment.
internal sealed record UnknownTerm(string Text, ValueList<int> Fields, TermKind Kind, bool MayFail) : Term(Kind);
