namespace EcomOps.Rules.Analysis.Internal;

// One dimension of the space, cut into cells inside which no condition changes its value.
internal abstract class Axis(int index, int count)
{
    public int Index { get; } = index;

    public int Count { get; } = count;

    public CellSet All { get; } = CellSet.All(count);
}

// One or several fields together; each cell has a point that stands for it.
internal sealed class FieldAxis(int index, int[] fields, AxisCell[] cells) : Axis(index, cells.Length)
{
    public int[] Fields { get; } = fields;

    public AxisCell[] Cells { get; } = cells;

    public CellSet Present(int field)
    {
        int position = Array.IndexOf(Fields, field);
        return CellSet.Where(Count, i => Cells[i].Point[position] is not null);
    }
}

// Linear condition over several fields, or with quotients: cell 1 is true, cell 0 false. Which combinations exist is the theory's question.
internal sealed class TheoryAxis(int index, LinearForm form, Relation relation, TheoryGroup group) : Axis(index, 2)
{
    public LinearForm Form { get; } = form;

    public Relation Relation { get; } = relation;

    public TheoryGroup Group { get; } = group;

    public CellSet Holds { get; } = CellSet.Single(2, 1);
}

// An unknown answer: cell 0 false, 1 true, 2 error where an error is possible.
internal sealed class UnknownAxis(int index, UnknownAtom atom) : Axis(index, atom.MayFail ? 3 : 2)
{
    public UnknownAtom Atom { get; } = atom;
}

// Point: values by the axis' fields, null = absent. Range: where the values of a single field lie; texts by their position in the order of cuts.
internal sealed record AxisCell(object?[] Point, Interval Range)
{
    // Half-open interval of texts [From, Until); null Until is unbounded. Null From: not an interval of texts.
    public string? From { get; init; }

    public string? Until { get; init; }
}

// Fields whose values are bound together by linear conditions.
internal sealed class TheoryGroup
{
    public List<int> Fields { get; } = [];

    public List<TheoryAxis> Axes { get; } = [];

    // Sorted texts that cut the order of texts; shared by all text fields of the group.
    public List<string>? TextCuts { get; set; }
}
