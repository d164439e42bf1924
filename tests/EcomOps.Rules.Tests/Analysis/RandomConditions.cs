using EcomOps.Rules.Analysis.Internal;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Tests.Analysis;

/// <summary>Random small domains and conditions over them, in the analyser's own form.</summary>
internal sealed class RandomConditions(int seed, bool nonLinear)
{
    private readonly Random _random = new(seed);

    public List<Field> Fields { get; } = [];

    public void MakeDomain()
    {
        int count = 1 + _random.Next(3);
        for (int i = 0; i < count; i++)
        {
            AttributeType type = _random.Next(7) switch
            {
                0 => AttributeType.Bool,
                1 => AttributeType.Enumeration("A", "AB", "B"),
                2 => AttributeType.Enumeration("B", "C"),
                3 => AttributeType.Decimal with { Scale = 1, Minimum = 0m, Maximum = 0.6m },
                4 => AttributeType.Date with { Minimum = new NodaTime.LocalDate(2026, 2, 27), Maximum = new NodaTime.LocalDate(2026, 3, 2) },
                _ => AttributeType.Int with { Minimum = (long)-_random.Next(6), Maximum = (long)_random.Next(7) },
            };
            Fields.Add(new Field(i, new VocabularyAttribute { Path = "f" + i, Type = type, IsOptional = _random.Next(4) == 0 }));
        }
    }

    public Formula Condition(int depth)
    {
        if (depth == 0 || _random.Next(4) == 0)
        {
            return Atom();
        }

        return _random.Next(7) switch
        {
            0 => new NotFormula(Condition(depth - 1)),
            1 or 2 => new AndFormula(Condition(depth - 1), Condition(depth - 1)),
            3 or 4 => new OrFormula(Condition(depth - 1), Condition(depth - 1)),
            5 => new ChoiceFormula(Condition(depth - 1), Condition(depth - 1), Condition(depth - 1)),
            _ => new SameFormula(Condition(depth - 1), Condition(depth - 1)),
        };
    }

    public int Next(int below) => _random.Next(below);

    private Formula Atom()
    {
        Field field = Fields[_random.Next(Fields.Count)];
        if (_random.Next(10) == 0)
        {
            return new PresenceAtom(field.Index);
        }

        FieldTerm subject = new(field.Index, field.Kind);
        return field.Kind switch
        {
            TermKind.Bool => new FlagAtom(field.Index),
            TermKind.Text => _random.Next(3) switch
            {
                0 => new PrefixAtom(subject, Text()),
                1 => new MemberAtom(subject, ValueList.Create<Term>([new TextTerm(Text()), new TextTerm(Text())])),
                _ => new CompareAtom(Operator(), subject, Other(field) ?? new TextTerm(Text())),
            },
            TermKind.Int => new CompareAtom(Operator(), Integer(2), Integer(1)),
            TermKind.Decimal => new CompareAtom(Operator(), subject, Other(field) ?? new NumberTerm(new Rational(_random.Next(16) - 2, 20), TermKind.Decimal)),
            _ => new CompareAtom(Operator(), subject, Other(field) ?? new NumberTerm(field.Minimum!.Value + (_random.Next(6) - 1), field.Kind)),
        };
    }

    private Term? Other(Field field)
    {
        Field[] same = [.. Fields.Where(f => f.Kind == field.Kind && f != field)];
        return same.Length == 0 || _random.Next(2) == 0 ? null : new FieldTerm(same[_random.Next(same.Length)].Index, field.Kind);
    }

    private Term Integer(int depth)
    {
        Field[] integers = [.. Fields.Where(f => f.Kind == TermKind.Int)];
        if (depth == 0 || _random.Next(2) == 0)
        {
            return _random.Next(3) == 0 || depth == 0
                ? new NumberTerm(_random.Next(9) - 4, TermKind.Int)
                : new FieldTerm(integers[_random.Next(integers.Length)].Index, TermKind.Int);
        }

        Term left = Integer(depth - 1);
        return _random.Next(6) switch
        {
            0 => new BinaryTerm('+', left, Integer(depth - 1), TermKind.Int),
            1 => new BinaryTerm('-', left, Integer(depth - 1), TermKind.Int),
            2 => new BinaryTerm('*', left, nonLinear ? Integer(depth - 1) : Constant(), TermKind.Int),
            3 => new BinaryTerm('/', left, nonLinear ? Integer(depth - 1) : Constant(), TermKind.Int),
            4 => new BinaryTerm('%', left, nonLinear ? Integer(depth - 1) : Constant(), TermKind.Int),
            _ => new NegateTerm(left),
        };
    }

    private NumberTerm Constant() => new(_random.Next(2) == 0 ? 2 + _random.Next(2) : -2 - _random.Next(2), TermKind.Int);

    private Comparison Operator() => (Comparison)_random.Next(6);

    private string Text() => _random.Next(5) switch { 0 => "A", 1 => "B", 2 => "AB", 3 => "C", _ => "D" };
}
