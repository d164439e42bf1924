namespace EcomOps.Rules.Analysis.Internal;

// The axes of one rule set and the translation of conditions into formulas over them.
internal sealed class Space(IReadOnlyList<Field> fields)
{
    private readonly Dictionary<Formula, (Nnf True, Nnf False)> _compiled = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<Field> Fields { get; } = fields;

    public List<Axis> Axes { get; } = [];

    public List<TheoryGroup> Groups { get; } = [];

    // Axis of each field, alone or joint.
    public FieldAxis?[] AxisOf { get; } = new FieldAxis?[fields.Count];

    public Dictionary<Atom, (Nnf True, Nnf False)> Atoms { get; } = [];

    public QuotientTable Quotients { get; } = new(fields.Count);

    public List<UnknownAxis> Unknowns { get; } = [];

    public CellSet[] Everything() => [.. Axes.Select(a => a.All)];

    public Nnf Present(int field) => Nnf.Literal(AxisOf[field]!, AxisOf[field]!.Present(field));

    // When the condition is true, and when it is false; where neither holds it is an error.
    public (Nnf True, Nnf False) Compile(Formula formula)
    {
        if (_compiled.TryGetValue(formula, out (Nnf True, Nnf False) known))
        {
            return known;
        }

        (Nnf True, Nnf False) result = formula switch
        {
            ConstantFormula { Value: Truth.True } => (Nnf.True, Nnf.False),
            ConstantFormula { Value: Truth.False } => (Nnf.False, Nnf.True),
            ConstantFormula => (Nnf.False, Nnf.False),
            NotFormula not => Swap(Compile(not.Operand)),
            AndFormula and => Both(Compile(and.Left), Compile(and.Right)),
            OrFormula or => Swap(Both(Swap(Compile(or.Left)), Swap(Compile(or.Right)))),
            ChoiceFormula choice => Choose(Compile(choice.If), Compile(choice.Then), Compile(choice.Else)),
            SameFormula same => Same(Compile(same.Left), Compile(same.Right)),
            Atom atom => Atoms[atom],
            _ => throw new InvalidOperationException(formula.GetType().Name),
        };
        _compiled[formula] = result;
        return result;
    }

    private static (Nnf True, Nnf False) Swap((Nnf True, Nnf False) a) => (a.False, a.True);

    private static (Nnf True, Nnf False) Both((Nnf True, Nnf False) a, (Nnf True, Nnf False) b) =>
        (Nnf.All(a.True, b.True), Nnf.Any(a.False, b.False));

    private static (Nnf True, Nnf False) Choose((Nnf True, Nnf False) c, (Nnf True, Nnf False) a, (Nnf True, Nnf False) b) =>
        (Nnf.Any(Nnf.All(c.True, a.True), Nnf.All(c.False, b.True)), Nnf.Any(Nnf.All(c.True, a.False), Nnf.All(c.False, b.False)));

    private static (Nnf True, Nnf False) Same((Nnf True, Nnf False) a, (Nnf True, Nnf False) b) =>
        (Nnf.Any(Nnf.All(a.True, b.True), Nnf.All(a.False, b.False)), Nnf.Any(Nnf.All(a.True, b.False), Nnf.All(a.False, b.True)));
}
