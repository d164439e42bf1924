namespace EcomOps.Rules.Analysis.Internal;

// Two-valued formulas over the axes in negation normal form: a literal says in which cells of one axis the point lies.
internal abstract class Nnf
{
    private Nnf? _negation;

    public static Nnf True { get; } = new NnfAll([]);

    public static Nnf False { get; } = new NnfAny([]);

    public Nnf Negation
    {
        get
        {
            if (_negation is null)
            {
                _negation = Negate();
                _negation._negation = this;
            }

            return _negation;
        }
    }

    public bool IsTrue => this is NnfAll { Parts.Length: 0 };

    public bool IsFalse => this is NnfAny { Parts.Length: 0 };

    public static Nnf All(params IEnumerable<Nnf> parts)
    {
        List<Nnf> flat = [];
        foreach (Nnf part in parts)
        {
            if (part.IsFalse)
            {
                return False;
            }

            if (part is NnfAll all)
            {
                flat.AddRange(all.Parts);
            }
            else
            {
                flat.Add(part);
            }
        }

        return flat.Count == 1 ? flat[0] : flat.Count == 0 ? True : new NnfAll([.. flat]);
    }

    public static Nnf Any(params IEnumerable<Nnf> parts)
    {
        List<Nnf> flat = [];
        foreach (Nnf part in parts)
        {
            if (part.IsTrue)
            {
                return True;
            }

            if (part is NnfAny any)
            {
                flat.AddRange(any.Parts);
            }
            else
            {
                flat.Add(part);
            }
        }

        return flat.Count == 1 ? flat[0] : flat.Count == 0 ? False : new NnfAny([.. flat]);
    }

    public static Nnf Literal(Axis axis, CellSet cells) =>
        cells.IsEmpty ? False : axis.All.IsSubsetOf(cells) ? True : new NnfLiteral(axis, cells);

    protected abstract Nnf Negate();
}

internal sealed class NnfLiteral(Axis axis, CellSet cells) : Nnf
{
    public Axis Axis { get; } = axis;

    public CellSet Cells { get; } = cells;

    protected override Nnf Negate() => Literal(Axis, Axis.All.Except(Cells));
}

internal sealed class NnfAll(Nnf[] parts) : Nnf
{
    public Nnf[] Parts { get; } = parts;

    protected override Nnf Negate() => Any(Parts.Select(p => p.Negation));
}

internal sealed class NnfAny(Nnf[] parts) : Nnf
{
    public Nnf[] Parts { get; } = parts;

    protected override Nnf Negate() => All(Parts.Select(p => p.Negation));
}
