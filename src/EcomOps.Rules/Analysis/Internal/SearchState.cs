namespace EcomOps.Rules.Analysis.Internal;

// A box of the space: the cells still possible on each axis. Sets are shared and replaced, never changed.
internal sealed class SearchState(CellSet[] sets)
{
    public CellSet[] Sets { get; } = sets;

    public SearchState Copy() => new([.. Sets]);

    // -1: nowhere true; 1: everywhere true; 0: both.
    public int Check(Nnf node)
    {
        switch (node)
        {
            case NnfLiteral literal:
                CellSet set = Sets[literal.Axis.Index];
                return !set.Intersects(literal.Cells) ? -1 : set.IsSubsetOf(literal.Cells) ? 1 : 0;
            case NnfAll all:
                int least = 1;
                foreach (Nnf part in all.Parts)
                {
                    int check = Check(part);
                    if (check < 0)
                    {
                        return -1;
                    }

                    least = Math.Min(least, check);
                }

                return least;
            default:
                int most = -1;
                foreach (Nnf part in ((NnfAny)node).Parts)
                {
                    int check = Check(part);
                    if (check > 0)
                    {
                        return 1;
                    }

                    most = Math.Max(most, check);
                }

                return most;
        }
    }

    // Narrows to a literal; false when nothing is left.
    public bool Narrow(NnfLiteral literal)
    {
        int axis = literal.Axis.Index;
        if (Sets[axis].IsSubsetOf(literal.Cells))
        {
            return true;
        }

        Sets[axis] = Sets[axis].And(literal.Cells);
        return !Sets[axis].IsEmpty;
    }
}
