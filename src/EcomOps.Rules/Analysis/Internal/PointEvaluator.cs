using System.Numerics;

namespace EcomOps.Rules.Analysis.Internal;

// Evaluates lowered conditions at one point: values by field (bool, string, Rational; null = absent), unknown calls by the caller's answer.
// Beyond-fragment values are errors unless the caller knows them, so a point never claims more than the conditions say.
internal sealed class PointEvaluator(object?[] values, Func<UnknownAtom, Truth> unknown)
{
    public Truth Evaluate(Formula formula)
    {
        switch (formula)
        {
            case ConstantFormula constant:
                return constant.Value;
            case NotFormula not:
                return Not(Evaluate(not.Operand));
            case AndFormula and:
                Truth left = Evaluate(and.Left);
                return left == Truth.False ? Truth.False : And(left, Evaluate(and.Right));
            case OrFormula or:
                return Not(And(Not(Evaluate(or.Left)), Not(Evaluate(or.Right))));
            case ChoiceFormula choice:
                return Evaluate(choice.If) switch
                {
                    Truth.True => Evaluate(choice.Then),
                    Truth.False => Evaluate(choice.Else),
                    _ => Truth.Error,
                };
            case SameFormula same:
                Truth a = Evaluate(same.Left);
                Truth b = Evaluate(same.Right);
                return a == Truth.Error || b == Truth.Error ? Truth.Error : Of(a == b);
            case CompareAtom compare:
                return Compare(compare.Operator, Value(compare.Left), Value(compare.Right));
            case PresenceAtom presence:
                return Of(values[presence.Field] is not null);
            case FlagAtom flag:
                return values[flag.Field] is bool truth ? Of(truth) : Truth.Error;
            case PrefixAtom prefix:
                return Value(prefix.Subject) is string text ? Of(text.StartsWith(prefix.Prefix, StringComparison.Ordinal)) : Truth.Error;
            case MemberAtom member:
                return Member(member);
            case UnknownAtom atom:
                foreach (int field in atom.Fields)
                {
                    if (values[field] is null)
                    {
                        return Truth.Error;
                    }
                }

                return unknown(atom);
            default:
                throw new InvalidOperationException(formula.GetType().Name);
        }
    }

    // Null is an error.
    public object? Value(Term term)
    {
        switch (term)
        {
            case FieldTerm field:
                return values[field.Field];
            case NumberTerm number:
                return number.Value;
            case TextTerm text:
                return text.Value;
            case NegateTerm negate:
                return Value(negate.Operand) is Rational operand ? InRange(-operand, term.Kind) : null;
            case BinaryTerm binary:
                return Value(binary.Left) is Rational left && Value(binary.Right) is Rational right
                    ? InRange(Apply(binary, left, right), term.Kind)
                    : null;
            case ChoiceTerm choice:
                return Evaluate(choice.If) switch
                {
                    Truth.True => Value(choice.Then),
                    Truth.False => Value(choice.Else),
                    _ => null,
                };
            default:
                return null;
        }
    }

    public static int CompareText(string a, string b)
    {
        // Code point order: UTF-16 order differs only between surrogates and the units above them.
        int length = Math.Min(a.Length, b.Length);
        for (int i = 0; i < length; i++)
        {
            if (a[i] != b[i])
            {
                bool wideA = char.IsSurrogate(a[i]);
                bool wideB = char.IsSurrogate(b[i]);
                return wideA == wideB ? a[i].CompareTo(b[i]) : wideA ? 1 : -1;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    private static Truth Of(bool value) => value ? Truth.True : Truth.False;

    private static Truth Not(Truth value) => value switch
    {
        Truth.True => Truth.False,
        Truth.False => Truth.True,
        _ => Truth.Error,
    };

    private static Truth And(Truth a, Truth b) =>
        a == Truth.False || b == Truth.False ? Truth.False : a == Truth.Error || b == Truth.Error ? Truth.Error : Truth.True;

    private static Truth Compare(Comparison comparison, object? left, object? right)
    {
        int order;
        if (left is Rational a && right is Rational b)
        {
            order = a.CompareTo(b);
        }
        else if (left is string s && right is string t)
        {
            order = CompareText(s, t);
        }
        else
        {
            return Truth.Error;
        }

        return Of(comparison switch
        {
            Comparison.Equal => order == 0,
            Comparison.NotEqual => order != 0,
            Comparison.Less => order < 0,
            Comparison.LessOrEqual => order <= 0,
            Comparison.Greater => order > 0,
            _ => order >= 0,
        });
    }

    private Truth Member(MemberAtom member)
    {
        object? subject = Value(member.Subject);
        if (subject is null)
        {
            return Truth.Error;
        }

        foreach (Term item in member.Items)
        {
            if (subject.Equals(Value(item)))
            {
                return Truth.True;
            }
        }

        return Truth.False;
    }

    private static Rational? Apply(BinaryTerm term, Rational a, Rational b)
    {
        switch (term.Operator)
        {
            case '+':
                return a + b;
            case '-':
                return a - b;
            case '*':
                return a * b;
            case '/' when b.Sign != 0:
                return term.Kind == TermKind.Double ? a / b : (Rational)BigInteger.Divide(a.Numerator, b.Numerator);
            case '%' when b.Sign != 0:
                return BigInteger.Remainder(a.Numerator, b.Numerator);
            default:
                return null;
        }
    }

    private static Rational? InRange(Rational? value, TermKind kind) =>
        value is { } number && LinearForm.Fits(number, kind) ? number : null;
}
