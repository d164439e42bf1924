namespace EcomOps.Rules.Analysis.Internal;

// Finds a point of the space that satisfies formulas, by narrowing and splitting boxes. Exact within the box budget.
internal sealed class Solver(Space space, int mostBoxes, AnalysisBudget total)
{
    private readonly Theory _theory = new(space);
    private int _boxes;
    private bool _gaveUp;

    public SearchState? Solution { get; private set; }

    // Values of fields that are bound by linear conditions, in the solution.
    public Dictionary<int, Rational> Values { get; private set; } = [];

    public Answer Solve(SearchState start, IEnumerable<Nnf> formulas)
    {
        _boxes = 0;
        _gaveUp = false;
        Solution = null;
        bool found = Search(start.Copy(), [.. formulas], []);
        return found ? Answer.Yes : _gaveUp ? Answer.Unknown : Answer.No;
    }

    private bool Search(SearchState state, List<Nnf> todo, List<NnfAny> open)
    {
        while (true)
        {
            if (++_boxes > mostBoxes || !total.Spend())
            {
                _gaveUp = true;
                return false;
            }

            if (!Propagate(state, todo, open))
            {
                return false;
            }

            if (!Consistent(state, open, out Nnf? split))
            {
                return false;
            }

            if (split is null && open.Count == 0)
            {
                Solution = state;
                Values = _theory.Values;
                return true;
            }

            Nnf choice;
            NnfAny? rest = null;
            if (open.Count > 0)
            {
                NnfAny shortest = open[0];
                foreach (NnfAny candidate in open)
                {
                    if (candidate.Parts.Length < shortest.Parts.Length)
                    {
                        shortest = candidate;
                    }
                }

                open.Remove(shortest);
                choice = shortest.Parts[0];
                rest = new NnfAny(shortest.Parts[1..]);
            }
            else
            {
                choice = split!;
            }

            if (Search(state.Copy(), [choice], [.. open]))
            {
                return true;
            }

            if (_gaveUp && _boxes > mostBoxes)
            {
                return false;
            }

            todo = rest is null ? [choice.Negation] : [choice.Negation, rest];
        }
    }

    private bool Consistent(SearchState state, List<NnfAny> open, out Nnf? split)
    {
        split = null;
        if (space.Groups.Count == 0)
        {
            return true;
        }

        Answer answer = _theory.Check(state, complete: open.Count == 0, out split);
        if (answer == Answer.Unknown)
        {
            // Not decided here; below, more axes are fixed. At the end it counts as given up.
            _gaveUp |= open.Count == 0;
            return open.Count > 0;
        }

        return answer == Answer.Yes;
    }

    private static bool Propagate(SearchState state, List<Nnf> todo, List<NnfAny> open)
    {
        Stack<Nnf> stack = new(todo);
        while (true)
        {
            bool narrowed = false;
            while (stack.Count > 0)
            {
                switch (stack.Pop())
                {
                    case NnfLiteral literal:
                        if (!state.Narrow(literal))
                        {
                            return false;
                        }

                        narrowed = true;
                        break;
                    case NnfAll all:
                        foreach (Nnf part in all.Parts)
                        {
                            stack.Push(part);
                        }

                        break;
                    case NnfAny any:
                        open.Add(any);
                        narrowed = true;
                        break;
                }
            }

            if (!narrowed)
            {
                return true;
            }

            int kept = 0;
            for (int i = 0; i < open.Count; i++)
            {
                Nnf? left = Simplify(state, open[i]);
                if (left is null)
                {
                    continue;
                }

                if (left.IsFalse)
                {
                    return false;
                }

                if (left is NnfAny any)
                {
                    open[kept++] = any;
                }
                else
                {
                    stack.Push(left);
                }
            }

            open.RemoveRange(kept, open.Count - kept);
            if (stack.Count == 0)
            {
                return true;
            }
        }
    }

    // Null: already true. A single part is returned as itself.
    private static Nnf? Simplify(SearchState state, NnfAny any)
    {
        int possible = 0;
        Nnf? single = null;
        foreach (Nnf part in any.Parts)
        {
            int check = state.Check(part);
            if (check > 0)
            {
                return null;
            }

            if (check == 0)
            {
                possible++;
                single = part;
            }
        }

        return possible switch
        {
            0 => Nnf.False,
            1 => single,
            _ when possible == any.Parts.Length => any,
            _ => new NnfAny([.. any.Parts.Where(p => state.Check(p) == 0)]),
        };
    }
}
