using EcomOps.Rules.Cel;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Analysis.Internal;

// Turns parsed conditions into formulas over the fields of the domain. What it does not understand becomes an unknown answer, never a guess.
internal sealed class ConditionLowering
{
    private readonly TermLowering _terms;

    public ConditionLowering(LoweringScope scope) => _terms = new TermLowering(scope, this);

    public Formula Lower(CelNode node) => node switch
    {
        CelLiteral { Value: bool truth } => Formula.Of(truth ? Truth.True : Truth.False),
        CelUnary { Operator: CelOperator.Not } not => new NotFormula(Lower(not.Operand)),
        CelBinary { Operator: CelOperator.And } and => new AndFormula(Lower(and.Left), Lower(and.Right)),
        CelBinary { Operator: CelOperator.Or } or => new OrFormula(Lower(or.Left), Lower(or.Right)),
        CelConditional choice => new ChoiceFormula(Lower(choice.Condition), Lower(choice.WhenTrue), Lower(choice.WhenFalse)),
        CelBinary { Operator: CelOperator.In } member => Member(member),
        CelBinary comparison when OperatorOf(comparison.Operator) is { } op => Compare(comparison, op),
        CelSelect { IsTest: true } test => Presence(test),
        CelCall { Function: "startsWith", Target: { } target, Arguments.Count: 1 } call => Prefix(call, target),
        CelBind { Kind: CelBindKind.Bind } bind => With(bind),
        _ => Other(node),
    };

    public bool IsTruth(CelNode node) => node switch
    {
        CelLiteral literal => literal.Value is bool,
        CelUnary unary => unary.Operator == CelOperator.Not,
        CelBinary binary => binary.Operator is CelOperator.And or CelOperator.Or or CelOperator.In || OperatorOf(binary.Operator) is not null,
        CelConditional choice => IsTruth(choice.WhenTrue) || IsTruth(choice.WhenFalse),
        CelSelect { IsTest: true } => true,
        CelComprehension comprehension => comprehension.Kind is CelComprehensionKind.All or CelComprehensionKind.Exists or CelComprehensionKind.ExistsOne,
        CelCall call => call.Function is "startsWith" or "endsWith" or "contains" or "matches",
        _ when _terms.Scope.Variable(node) is { } value => _terms.Scope.Within(node, () => IsTruth(value)),
        _ => _terms.Scope.FieldOf(node) is { Kind: TermKind.Bool },
    };

    private static Comparison? OperatorOf(CelOperator op) => op switch
    {
        CelOperator.Equal => Comparison.Equal,
        CelOperator.NotEqual => Comparison.NotEqual,
        CelOperator.Less => Comparison.Less,
        CelOperator.LessOrEqual => Comparison.LessOrEqual,
        CelOperator.Greater => Comparison.Greater,
        CelOperator.GreaterOrEqual => Comparison.GreaterOrEqual,
        _ => null,
    };

    private Formula Other(CelNode node)
    {
        if (_terms.Scope.Variable(node) is { } value)
        {
            return _terms.Scope.Within(node, () => Lower(value));
        }

        return _terms.Scope.FieldOf(node) is { Kind: TermKind.Bool } field ? new FlagAtom(field.Index) : _terms.Unknown(node);
    }

    private Formula With(CelBind bind)
    {
        _terms.Scope.Bind(bind.Variable, bind.Value);
        try
        {
            return Lower(bind.Body);
        }
        finally
        {
            _terms.Scope.Unbind(bind.Variable);
        }
    }

    private Formula Compare(CelBinary node, Comparison comparison)
    {
        if (IsTruth(node.Left) || IsTruth(node.Right))
        {
            if (comparison is not (Comparison.Equal or Comparison.NotEqual))
            {
                return _terms.Unknown(node);
            }

            SameFormula same = new(Lower(node.Left), Lower(node.Right));
            return comparison == Comparison.Equal ? same : new NotFormula(same);
        }

        return Lifted(_terms.Lower(node.Left), left => Lifted(_terms.Lower(node.Right), right => Atom(node, comparison, left, right)));
    }

    private Formula Atom(CelNode node, Comparison comparison, Term left, Term right)
    {
        if (left is ErrorTerm || right is ErrorTerm)
        {
            return Formula.Of(Truth.Error);
        }

        (left, right) = (TermLowering.Beside(left, right.Kind), TermLowering.Beside(right, left.Kind));
        bool comparable = (left.Kind == TermKind.Text && right.Kind == TermKind.Text)
            || (left.IsNumeric && right.IsNumeric && (left.Kind == right.Kind || (IsPlain(left.Kind) && IsPlain(right.Kind))));
        return comparable && !TermLowering.IsUnknown(left) && !TermLowering.IsUnknown(right)
            ? new CompareAtom(comparison, left, right)
            : _terms.Unknown(node);
    }

    private static bool IsPlain(TermKind kind) => kind is TermKind.Int or TermKind.Decimal or TermKind.Double;

    private Formula Member(CelBinary node)
    {
        CelNode items = _terms.Scope.Variable(node.Right) ?? node.Right;
        if (items is not CelList { OptionalElements.Count: 0 } list)
        {
            return _terms.UnknownMember(node);
        }

        return Lifted(_terms.Lower(node.Left), subject =>
        {
            Term[] elements = [.. list.Elements.Select(e => TermLowering.Beside(_terms.Lower(e), subject.Kind))];
            if (TermLowering.IsUnknown(subject) || !(subject.IsNumeric || subject.Kind == TermKind.Text)
                || elements.Any(e => TermLowering.IsUnknown(e) || e is ChoiceTerm || (e.Kind == TermKind.Text) != (subject.Kind == TermKind.Text)))
            {
                return _terms.Unknown(node);
            }

            if (elements.All(e => e is NumberTerm or TextTerm) && subject is FieldTerm or TextTerm or NumberTerm)
            {
                return new MemberAtom(subject, elements.ToValueList());
            }

            // A list with an absent element is an error, so only elements that are always there may be asked one by one.
            if (elements.Length == 0 || elements.Any(_terms.Scope.ReadsOptional))
            {
                return _terms.Unknown(node);
            }

            return elements.Select(e => (Formula)new CompareAtom(Comparison.Equal, subject, e)).Aggregate((a, b) => new OrFormula(a, b));
        });
    }

    private Formula Presence(CelSelect test)
    {
        string? path = _terms.Scope.PathOf(test.Operand) is { } operand ? operand + "." + test.Field : null;
        if (path is null)
        {
            return _terms.Unknown(test);
        }

        if (_terms.Scope.Find(path) is { } field)
        {
            return new PresenceAtom(field.Index);
        }

        // A group of attributes is there when one of them is.
        Field[] below = [.. _terms.Scope.Fields.Where(f => f.Path.StartsWith(path + ".", StringComparison.Ordinal))];
        return below.Length == 0 ? _terms.Unknown(test)
            : below.Any(f => !f.IsOptional) ? Formula.Of(Truth.True)
            : below.Select(f => (Formula)new PresenceAtom(f.Index)).Aggregate((a, b) => new OrFormula(a, b));
    }

    private Formula Prefix(CelCall call, CelNode target) =>
        Lifted(_terms.Lower(target), subject => Lifted(_terms.Lower(call.Arguments[0]), prefix =>
            subject.Kind == TermKind.Text && !TermLowering.IsUnknown(subject) && prefix is TextTerm text
                ? new PrefixAtom(subject, text.Value)
                : _terms.Unknown(call)));

    // A choice inside a value becomes a choice between conditions.
    private static Formula Lifted(Term term, Func<Term, Formula> condition) => FirstChoice(term) is { } choice
        ? new ChoiceFormula(
            choice.If,
            Lifted(Replace(term, choice, choice.Then), condition),
            Lifted(Replace(term, choice, choice.Else), condition))
        : condition(term);

    private static ChoiceTerm? FirstChoice(Term term) => term switch
    {
        ChoiceTerm choice => choice,
        NegateTerm negate => FirstChoice(negate.Operand),
        BinaryTerm binary => FirstChoice(binary.Left) ?? FirstChoice(binary.Right),
        _ => null,
    };

    private static Term Replace(Term term, ChoiceTerm choice, Term by) => term switch
    {
        ChoiceTerm other when ReferenceEquals(other, choice) => by,
        NegateTerm negate => new NegateTerm(Replace(negate.Operand, choice, by)),
        BinaryTerm binary => TermLowering.Binary(binary.Operator, Replace(binary.Left, choice, by), Replace(binary.Right, choice, by)),
        _ => term,
    };
}
