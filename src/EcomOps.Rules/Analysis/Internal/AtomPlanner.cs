using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Analysis.Internal;

// Finds the atoms of conditions and what each needs.
internal static class AtomPlanner
{
    public static Dictionary<Atom, AtomPlan> Plan(IEnumerable<Formula> formulas, IReadOnlyList<Field> fields)
    {
        Dictionary<Atom, AtomPlan> plans = [];
        foreach (Formula formula in formulas)
        {
            Visit(formula, atom =>
            {
                if (!plans.ContainsKey(atom))
                {
                    plans[atom] = Plan(atom, fields);
                }
            });
        }

        return plans;
    }

    public static void Visit(Formula formula, Action<Atom> visitor)
    {
        switch (formula)
        {
            case Atom atom:
                visitor(atom);
                break;
            case NotFormula not:
                Visit(not.Operand, visitor);
                break;
            case AndFormula and:
                Visit(and.Left, visitor);
                Visit(and.Right, visitor);
                break;
            case OrFormula or:
                Visit(or.Left, visitor);
                Visit(or.Right, visitor);
                break;
            case SameFormula same:
                Visit(same.Left, visitor);
                Visit(same.Right, visitor);
                break;
            case ChoiceFormula choice:
                Visit(choice.If, visitor);
                Visit(choice.Then, visitor);
                Visit(choice.Else, visitor);
                break;
        }
    }

    public static void FieldsOf(Term term, ISet<int> found)
    {
        switch (term)
        {
            case FieldTerm field:
                found.Add(field.Field);
                break;
            case NegateTerm negate:
                FieldsOf(negate.Operand, found);
                break;
            case BinaryTerm binary:
                FieldsOf(binary.Left, found);
                FieldsOf(binary.Right, found);
                break;
            case UnknownTerm unknown:
                found.UnionWith(unknown.Fields);
                break;
        }
    }

    public static void FieldsOf(Atom atom, ISet<int> found)
    {
        switch (atom)
        {
            case UnknownAtom unknown:
                found.UnionWith(unknown.Fields);
                break;
            case PresenceAtom presence:
                found.Add(presence.Field);
                break;
            case FlagAtom flag:
                found.Add(flag.Field);
                break;
            case PrefixAtom prefix:
                FieldsOf(prefix.Subject, found);
                break;
            case MemberAtom member:
                FieldsOf(member.Subject, found);
                break;
            case CompareAtom compare:
                FieldsOf(compare.Left, found);
                FieldsOf(compare.Right, found);
                break;
        }
    }

    private static AtomPlan Plan(Atom atom, IReadOnlyList<Field> fields)
    {
        SortedSet<int> used = [];
        switch (atom)
        {
            case UnknownAtom unknown:
                return new AtomPlan(atom, AtomShape.Unknown, [.. unknown.Fields], [], null);
            case PresenceAtom presence:
                return new AtomPlan(atom, AtomShape.Simple, [], [presence.Field], null);
            case FlagAtom flag:
                return new AtomPlan(atom, AtomShape.Simple, [flag.Field], [flag.Field], null);
            case PrefixAtom prefix:
                FieldsOf(prefix.Subject, used);
                return Shaped(atom, prefix.Subject is FieldTerm or TextTerm, used);
            case MemberAtom member:
                FieldsOf(member.Subject, used);
                return Shaped(atom, member.Subject is FieldTerm or TextTerm or NumberTerm, used);
            case CompareAtom compare:
                FieldsOf(compare.Left, used);
                FieldsOf(compare.Right, used);
                return Compare(compare, [.. used], fields);
            default:
                throw new InvalidOperationException(atom.GetType().Name);
        }
    }

    private static AtomPlan Shaped(Atom atom, bool simple, SortedSet<int> used) =>
        new(atom, simple ? AtomShape.Simple : AtomShape.Hard, [.. used], [.. used], null);

    private static AtomPlan Compare(CompareAtom atom, int[] used, IReadOnlyList<Field> fields)
    {
        if (atom.Left.IsNumeric && atom.Right.IsNumeric)
        {
            LinearForm? left = LinearForm.Of(atom.Left, fields, null);
            LinearForm? right = LinearForm.Of(atom.Right, fields, null);
            if (left is null || right is null)
            {
                return new AtomPlan(atom, AtomShape.Hard, used, used, null);
            }

            LinearForm form = LinearForm.Sum(left, right, -1);
            int[] support = [.. form.Coefficients.Keys];
            return new AtomPlan(atom, support.Length <= 1 ? AtomShape.Simple : AtomShape.Linear, used, support, form);
        }

        bool plain = atom.Left is FieldTerm or TextTerm && atom.Right is FieldTerm or TextTerm;
        if (plain && used.Length == 2)
        {
            LinearForm order = new(Rational.Zero);
            order.Coefficients[((FieldTerm)atom.Left).Field] = Rational.One;
            order.Coefficients[((FieldTerm)atom.Right).Field] = -Rational.One;
            return new AtomPlan(atom, AtomShape.Linear, used, used, order);
        }

        return new AtomPlan(atom, plain ? AtomShape.Simple : AtomShape.Hard, used, used, null);
    }
}
