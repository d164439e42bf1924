namespace EcomOps.Rules.Analysis.Internal;

// Looks for parts of conditions that have no effect.
internal static class NoticeSearch
{
    public static List<AnalysisNotice> Run(RuleSpace space, int[] conjuncts, Func<int, bool> isLive)
    {
        List<AnalysisNotice> notices = [];
        for (int rule = 0; rule < space.Rules.Count; rule++)
        {
            if (!isLive(rule))
            {
                continue;
            }

            Nnf[] parts = [.. space.Rules[rule].Conjuncts.Select(c => space.Space.Compile(c).True)];
            bool[] dropped = new bool[parts.Length];

            // From the back: of two conjuncts that imply each other the later one is the redundant one.
            for (int i = conjuncts[rule] - 1; i >= 0 && parts.Length > 1; i--)
            {
                IEnumerable<Nnf> others = parts.Where((_, j) => j != i && !dropped[j]);
                dropped[i] = space.Ask(others.Append(parts[i].Negation)) == Answer.No && parts.Where((_, j) => j != i && !dropped[j]).Any();
            }

            notices.AddRange(Enumerable.Range(0, parts.Length).Where(i => dropped[i]).Select(i => new RedundantConjunct(space.Rules[rule].Id, i)));
        }

        notices.AddRange(space.Space.Fields.Where(f => IsIdle(space, f)).Select(f => new IdleAttribute(f.Path)));
        return notices;
    }

    // An attribute cut alone, whose cells never make a difference to any rule within the domain.
    private static bool IsIdle(RuleSpace space, Field field)
    {
        if (space.Space.AxisOf[field.Index] is not { Fields.Length: 1 } axis || axis.Count < 2 || space.Space.Groups.Any(g => g.Fields.Contains(field.Index)))
        {
            return false;
        }

        // An attribute that only constraints of the vocabulary read is not the author's concern.
        Nnf[] reading = [.. space.Areas.Where(area => Mentions(area, axis))];
        return reading.Length > 0 && !reading.Any(area => Enumerable.Range(1, axis.Count - 1).Any(c => Differs(space, At(area, axis, 0), At(area, axis, c))));
    }

    private static bool Differs(RuleSpace space, Nnf a, Nnf b) =>
        space.Ask(a, b.Negation) != Answer.No || space.Ask(b, a.Negation) != Answer.No;

    private static bool Mentions(Nnf node, FieldAxis axis) => node switch
    {
        NnfLiteral literal => literal.Axis == axis,
        NnfAll all => all.Parts.Any(p => Mentions(p, axis)),
        _ => ((NnfAny)node).Parts.Any(p => Mentions(p, axis)),
    };

    private static Nnf At(Nnf node, FieldAxis axis, int cell) => node switch
    {
        NnfLiteral literal => literal.Axis != axis ? literal : literal.Cells.Contains(cell) ? Nnf.True : Nnf.False,
        NnfAll all => Nnf.All(all.Parts.Select(p => At(p, axis, cell))),
        _ => Nnf.Any(((NnfAny)node).Parts.Select(p => At(p, axis, cell))),
    };
}
