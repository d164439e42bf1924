namespace EcomOps.Rules.Analysis.Internal;

// Rules and domain over one space, with the questions that findings are made of.
internal sealed class RuleSpace
{
    private const int MostAnswers = 64;
    private const int MostCongruences = 60;
    private const int MostCells = 256;

    private readonly List<(Formula Equal, UnknownAtom Left, UnknownAtom Right)> _congruences = [];
    private readonly Formula[] _constraints;
    private readonly Solver _solver;
    private readonly Nnf[] _base;
    private readonly Nnf[] _domain;
    private readonly Nnf[] _equalAnswers;

    public RuleSpace(IReadOnlyList<Field> fields, IReadOnlyList<Formula> constraints, IReadOnlyList<LoweredRule> rules, AnalysisOptions options)
    {
        _constraints = [.. constraints];
        Rules = rules;
        List<Formula> formulas = [.. constraints, .. rules.SelectMany(r => r.Conjuncts)];
        FindCongruences(formulas);
        Space = SpaceBuilder.Build(fields, formulas.Concat(_congruences.Select(c => c.Equal)), options);
        _solver = new Solver(Space, options.BoxesPerQuestion, new AnalysisBudget(options.BoxesInAll));
        _domain = [.. constraints.Select(c => Space.Compile(c).True)];
        _equalAnswers = [.. _congruences.Select(Congruence)];
        _base = [.. _domain, .. _equalAnswers];
        Areas = [.. rules.Select(r => Nnf.All(r.Conjuncts.Select(c => Space.Compile(c).True)))];
    }

    public Space Space { get; }

    public IReadOnlyList<LoweredRule> Rules { get; }

    // When each rule matches.
    public Nnf[] Areas { get; }

    public SearchState? Solution => _solver.Solution;

    public Answer Ask(params IEnumerable<Nnf> formulas) => _solver.Solve(new SearchState(Space.Everything()), [.. _base, .. formulas]);

    public Answer AskWithin(SearchState box, params IEnumerable<Nnf> formulas) => _solver.Solve(box, [.. _base, .. formulas]);

    public static bool DependsOnUnknowns(IEnumerable<Nnf> formulas) => UnknownsOf(formulas).Count > 0;

    // Whether the formulas can be met whatever the unknown calls return: by one point for all answers, or, with the calls' arguments
    // fixed, by some point for each answer.
    // After true, the solution is such a point where one point does for all.
    public bool HoldsForEveryAnswer(IReadOnlyList<Nnf> formulas)
    {
        List<UnknownAxis> unknowns = UnknownsOf(formulas.Concat(_domain));
        if (unknowns.Count == 0)
        {
            return true;
        }

        List<int[]> answers = [[]];
        foreach (UnknownAxis unknown in unknowns)
        {
            answers = [.. answers.SelectMany(a => Enumerable.Range(0, unknown.Count).Select(v => (int[])[.. a, v]))];
            if (answers.Count > MostAnswers)
            {
                return false;
            }
        }

        Nnf domain = Nnf.All(_domain.Concat(_equalAnswers.Where(e => UnknownsOf([e]).All(unknowns.Contains))));
        Nnf query = Nnf.All(formulas);
        List<(Nnf Domain, Nnf Query)> cases = [.. answers.Select(a => (Restrict(domain, unknowns, a), Restrict(query, unknowns, a)))];
        SearchState everything = new(Space.Everything());
        Answer single = _solver.Solve(everything, [.. cases.Select(c => Nnf.Any(c.Domain.Negation, c.Query)), Nnf.Any(cases.Select(c => c.Domain))]);
        if (single == Answer.Yes)
        {
            return true;
        }

        return single == Answer.No && ArgumentCells(unknowns).Any(cells => HoldsInEachCase(cells, cases));
    }

    // With the arguments of the calls fixed, a point must exist for each answer that is possible there.
    private bool HoldsInEachCase(SearchState cells, List<(Nnf Domain, Nnf Query)> cases)
    {
        bool some = false;
        foreach ((Nnf possible, Nnf wanted) in cases)
        {
            if (_solver.Solve(cells, [possible]) == Answer.No)
            {
                continue;
            }

            some = true;
            if (_solver.Solve(cells, [possible, wanted]) != Answer.Yes)
            {
                return false;
            }
        }

        return some;
    }

    // Every combination of cells of the calls' arguments; none where a cell does not stand for one value of them.
    private IEnumerable<SearchState> ArgumentCells(List<UnknownAxis> unknowns)
    {
        int[] fields = [.. unknowns.SelectMany(u => u.Atom.Fields).Distinct()];
        FieldAxis[] axes = [.. fields.Select(f => Space.AxisOf[f]!).Distinct()];
        if (Space.Groups.Any(g => g.Fields.Any(fields.Contains)) || axes.Aggregate(1L, (product, a) => Math.Min(product * a.Count, MostCells + 1)) > MostCells)
        {
            return [];
        }

        IEnumerable<SearchState> states = [new SearchState(Space.Everything())];
        foreach (FieldAxis axis in axes)
        {
            states = states.SelectMany(s => Enumerable.Range(0, axis.Count).Select(c =>
            {
                SearchState narrowed = s.Copy();
                narrowed.Sets[axis.Index] = CellSet.Single(axis.Count, c);
                return narrowed;
            }));
        }

        return states;
    }

    // The solution as an input, checked by evaluation: the rules named must match, the others named must not. Null when it does not show that.
    public AnalysisWitness? Witness(IEnumerable<int> matching, IEnumerable<int> failing, bool withCalls)
    {
        SearchState? state = _solver.Solution;
        if (state is null)
        {
            return null;
        }

        object?[] point = WitnessBuilder.Point(Space, state, _solver.Values);
        Dictionary<string, Truth> calls = Space.Unknowns.ToDictionary(
            u => u.Atom.Key,
            u => state.Sets[u.Index].First() switch { 0 => Truth.False, 1 => Truth.True, _ => Truth.Error },
            StringComparer.Ordinal);
        PointEvaluator evaluator = new(point, atom => calls[atom.Key]);
        SortedSet<int> read = [];
        foreach (Formula conjunct in matching.Concat(failing).SelectMany(r => Rules[r].Conjuncts))
        {
            AtomPlanner.Visit(conjunct, a => AtomPlanner.FieldsOf(a, read));
        }

        bool shows = _constraints.All(c => evaluator.Evaluate(c) == Truth.True)
            && matching.All(Matches)
            && !failing.Any(Matches);
        return shows ? WitnessBuilder.Build(Space, point, withCalls ? calls.Where(c => c.Value != Truth.Error).Select(c => KeyValuePair.Create(c.Key, c.Value == Truth.True)) : [], read) : null;

        bool Matches(int rule) => Array.TrueForAll(Rules[rule].Conjuncts, c => evaluator.Evaluate(c) == Truth.True);
    }

    private static Nnf Restrict(Nnf node, List<UnknownAxis> unknowns, int[] answers) => node switch
    {
        NnfLiteral { Axis: UnknownAxis axis } literal when unknowns.IndexOf(axis) is >= 0 and var i => literal.Cells.Contains(answers[i]) ? Nnf.True : Nnf.False,
        NnfAll all => Nnf.All(all.Parts.Select(p => Restrict(p, unknowns, answers))),
        NnfAny any => Nnf.Any(any.Parts.Select(p => Restrict(p, unknowns, answers))),
        _ => node,
    };

    private static List<UnknownAxis> UnknownsOf(IEnumerable<Nnf> formulas)
    {
        HashSet<UnknownAxis> found = [];
        Stack<Nnf> stack = new(formulas);
        while (stack.Count > 0)
        {
            switch (stack.Pop())
            {
                case NnfLiteral { Axis: UnknownAxis axis }:
                    found.Add(axis);
                    break;
                case NnfAll all:
                    Array.ForEach(all.Parts, stack.Push);
                    break;
                case NnfAny any:
                    Array.ForEach(any.Parts, stack.Push);
                    break;
            }
        }

        return [.. found.OrderBy(a => a.Index)];
    }

    // Equal arguments of one function mean equal answers.
    private void FindCongruences(List<Formula> formulas)
    {
        Dictionary<string, UnknownAtom> atoms = new(StringComparer.Ordinal);
        formulas.ForEach(f => AtomPlanner.Visit(f, a =>
        {
            if (a is UnknownAtom { Function.Length: > 0 } unknown)
            {
                atoms.TryAdd(unknown.Key, unknown);
            }
        }));
        foreach (IGrouping<(string, int), UnknownAtom> group in atoms.Values.GroupBy(a => (a.Function, a.Arguments.Count)))
        {
            UnknownAtom[] same = [.. group];
            for (int i = 0; i < same.Length; i++)
            {
                for (int j = i + 1; j < same.Length && _congruences.Count < MostCongruences; j++)
                {
                    if (ArgumentsEqual(same[i], same[j]) is { } equal)
                    {
                        _congruences.Add((equal, same[i], same[j]));
                    }
                }
            }
        }
    }

    private static Formula? ArgumentsEqual(UnknownAtom a, UnknownAtom b)
    {
        Formula? equal = null;
        for (int i = 0; i < a.Arguments.Count; i++)
        {
            Term left = a.Arguments[i];
            Term right = b.Arguments[i];
            if (left is UnknownTerm or ErrorTerm || right is UnknownTerm or ErrorTerm)
            {
                if (left != right)
                {
                    return null;
                }

                continue;
            }

            if (left != right)
            {
                Formula compare = left.Kind == TermKind.Bool || right.Kind == TermKind.Bool
                    ? left is FieldTerm f && right is FieldTerm g ? new SameFormula(new FlagAtom(f.Field), new FlagAtom(g.Field)) : Formula.Of(Truth.False)
                    : new CompareAtom(Comparison.Equal, left, right);
                equal = equal is null ? compare : new AndFormula(equal, compare);
            }
        }

        return equal;
    }

    private Nnf Congruence((Formula Equal, UnknownAtom Left, UnknownAtom Right) pair)
    {
        (Nnf t, Nnf f) = Space.Compile(pair.Left);
        (Nnf u, Nnf g) = Space.Compile(pair.Right);
        return Nnf.Any(
            Space.Compile(pair.Equal).True.Negation,
            Nnf.All(t, u),
            Nnf.All(f, g),
            Nnf.All(t.Negation, f.Negation, u.Negation, g.Negation));
    }
}
