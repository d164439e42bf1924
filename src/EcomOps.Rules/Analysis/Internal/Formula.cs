using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Analysis.Internal;

// Conditions after lowering, three-valued with absorption.
internal abstract record Formula
{
    public static Formula Of(Truth value) => new ConstantFormula(value);
}

internal sealed record ConstantFormula(Truth Value) : Formula;

internal sealed record NotFormula(Formula Operand) : Formula;

internal sealed record AndFormula(Formula Left, Formula Right) : Formula;

internal sealed record OrFormula(Formula Left, Formula Right) : Formula;

internal sealed record ChoiceFormula(Formula If, Formula Then, Formula Else) : Formula;

// Equality of two truth values; an error on either side is an error.
internal sealed record SameFormula(Formula Left, Formula Right) : Formula;

internal abstract record Atom : Formula;

internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

internal sealed record CompareAtom(Comparison Operator, Term Left, Term Right) : Atom;

internal sealed record PresenceAtom(int Field) : Atom;

internal sealed record FlagAtom(int Field) : Atom;

internal sealed record PrefixAtom(Term Subject, string Prefix) : Atom;

// Membership in a list of constants.
internal sealed record MemberAtom(Term Subject, ValueList<Term> Items) : Atom;

// A condition of which nothing is known but that equal text means equal value, and equal arguments of one function too.
internal sealed record UnknownAtom(string Key, string Function, ValueList<Term> Arguments, ValueList<int> Fields, bool MayFail) : Atom;
