using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Analysis.Internal;

// Asks the questions that the definitions of the findings consist of.
internal sealed class FindingSearch(RuleSpace space, HitPolicyKind policy, bool hasDefault)
{
    private readonly IReadOnlyList<LoweredRule> _rules = space.Rules;
    private readonly bool[] _live = new bool[space.Rules.Count];
    private readonly bool[] _met = new bool[space.Rules.Count];
    private readonly SearchState[] _boxes = new SearchState[space.Rules.Count];
    private readonly List<AnalysisFinding> _findings = [];

    private bool IsOrdered => policy is HitPolicyKind.First or HitPolicyKind.Priority;

    public List<AnalysisFinding> Run()
    {
        Satisfiability();
        AlwaysTrue();
        Duplicates();
        Overlaps();
        Shadows();
        Gap();
        return _findings;
    }

    public bool IsLive(int rule) => _live[rule];

    private void Satisfiability()
    {
        for (int i = 0; i < _rules.Count; i++)
        {
            Answer answer = space.Ask(space.Areas[i]);
            _live[i] = answer != Answer.No;
            _met[i] = answer == Answer.Yes;
            _boxes[i] = Hull(space.Areas[i]);
            if (answer == Answer.No)
            {
                _findings.Add(new UnsatisfiableRule(_rules[i].Id, ConflictSearch.Smallest(space, _rules[i]).ToValueList(), Certainty.Proven));
            }
            else if (answer == Answer.Unknown)
            {
                _findings.Add(new UnsatisfiableRule(_rules[i].Id, [], Certainty.Undecided));
            }
        }
    }

    // The cells in which a condition may be true: exact for conjunctions, and never too small.
    private SearchState Hull(Nnf area)
    {
        SearchState state = new(space.Space.Everything());
        foreach (Nnf part in area is NnfAll all ? all.Parts : [area])
        {
            if (part is NnfLiteral literal)
            {
                state.Narrow(literal);
            }
        }

        return state;
    }

    private void AlwaysTrue()
    {
        foreach (int i in Live())
        {
            switch (space.Ask(space.Areas[i].Negation))
            {
                case Answer.No:
                    _findings.Add(new AlwaysTrueRule(_rules[i].Id, Sure(_met[i])));
                    break;
                case Answer.Unknown:
                    _findings.Add(new AlwaysTrueRule(_rules[i].Id, Certainty.Undecided));
                    break;
            }
        }
    }

    private void Duplicates()
    {
        foreach ((int a, int b) in Pairs().Where(p => _rules[p.A].Outcome.Equals(_rules[p.B].Outcome)))
        {
            if (Box(a, b) is null)
            {
                continue;
            }

            Answer left = space.AskWithin(_boxes[a], space.Areas[a], space.Areas[b].Negation);
            Answer right = left == Answer.Yes ? left : space.AskWithin(_boxes[b], space.Areas[b], space.Areas[a].Negation);
            if (left != Answer.Yes && right != Answer.Yes)
            {
                bool proven = left == Answer.No && right == Answer.No && (_met[a] || _met[b]);
                _findings.Add(new DuplicateRules(_rules[a].Id, _rules[b].Id, Sure(proven)));
            }
        }
    }

    private void Overlaps()
    {
        foreach ((int a, int b) in Pairs())
        {
            bool same = _rules[a].Outcome.Equals(_rules[b].Outcome);
            bool unwanted = policy switch
            {
                HitPolicyKind.Unique => true,
                HitPolicyKind.Any => !same,
                HitPolicyKind.Priority => !same && _rules[a].Priority == _rules[b].Priority,
                _ => false,
            };
            if (!unwanted || Box(a, b) is not { } box)
            {
                continue;
            }

            Nnf[] question = [space.Areas[a], space.Areas[b]];
            Answer answer = space.AskWithin(box, question);
            if (answer != Answer.No)
            {
                (Certainty certainty, AnalysisWitness? witness) = Judge(answer, question, [a, b], []);
                _findings.Add(new OverlappingRules(_rules[a].Id, _rules[b].Id, same, certainty, witness));
            }
        }
    }

    private void Shadows()
    {
        if (!IsOrdered)
        {
            return;
        }

        int[] order = [.. Live()];
        if (policy == HitPolicyKind.Priority)
        {
            order = [.. order.OrderByDescending(i => _rules[i].Priority)];
        }

        for (int position = 1; position < order.Length; position++)
        {
            int rule = order[position];
            int[] before = [.. order.Take(position).Where(b => Box(rule, b) is not null)];
            Answer answer = before.Length == 0
                ? Answer.Yes
                : space.AskWithin(_boxes[rule], before.Select(b => space.Areas[b].Negation).Prepend(space.Areas[rule]));
            if (answer == Answer.Yes)
            {
                continue;
            }

            List<int> winners = [];
            for (int i = 0; i < before.Length && answer == Answer.No; i++)
            {
                IEnumerable<Nnf> wins = [space.Areas[rule], space.Areas[before[i]], .. before.Take(i).Select(b => space.Areas[b].Negation)];
                if (space.AskWithin(Box(rule, before[i])!, wins) != Answer.No)
                {
                    winners.Add(before[i]);
                }
            }

            _findings.Add(new ShadowedRule(
                _rules[rule].Id, winners.Order().Select(w => _rules[w].Id).ToValueList(), Sure(answer == Answer.No && _met[rule])));
        }

        _findings.Sort(_findings.Count - _findings.Count(f => f is ShadowedRule), _findings.Count(f => f is ShadowedRule), Comparer<AnalysisFinding>.Create((x, y) => Position(x).CompareTo(Position(y))));
    }

    private int Position(AnalysisFinding finding)
    {
        for (int i = 0; i < _rules.Count; i++)
        {
            if (_rules[i].Id == finding.Rules[0])
            {
                return i;
            }
        }

        return -1;
    }

    private void Gap()
    {
        if (hasDefault || policy is HitPolicyKind.Collect or HitPolicyKind.Accumulate or HitPolicyKind.Best)
        {
            return;
        }

        Nnf[] question = [.. Live().Select(i => space.Areas[i].Negation)];
        Answer answer = space.Ask(question);
        if (answer != Answer.No)
        {
            (Certainty certainty, AnalysisWitness? witness) = Judge(answer, question, [], [.. Live()]);
            _findings.Add(new GapInRules(certainty, witness));
        }
    }

    private (Certainty Certainty, AnalysisWitness? Witness) Judge(Answer answer, Nnf[] question, int[] matching, int[] failing)
    {
        if (answer == Answer.Unknown)
        {
            return (Certainty.Undecided, null);
        }

        bool calls = RuleSpace.DependsOnUnknowns(question);
        AnalysisWitness? witness = space.Witness(matching, failing, withCalls: true);
        if (!calls && space.Space.Unknowns.Count == 0)
        {
            return (witness is null ? Certainty.Undecided : Certainty.Proven, witness);
        }

        if (!space.HoldsForEveryAnswer(question))
        {
            return (Certainty.Undecided, witness);
        }

        AnalysisWitness? certain = space.Witness(matching, failing, withCalls: false) ?? witness;
        return (certain is null ? Certainty.Undecided : Certainty.Proven, certain);
    }

    private static Certainty Sure(bool proven) => proven ? Certainty.Proven : Certainty.Undecided;

    private IEnumerable<int> Live() => Enumerable.Range(0, _rules.Count).Where(IsLive);

    private IEnumerable<(int A, int B)> Pairs()
    {
        for (int a = 0; a < _rules.Count; a++)
        {
            for (int b = a + 1; b < _rules.Count && _live[a]; b++)
            {
                if (_live[b])
                {
                    yield return (a, b);
                }
            }
        }
    }

    // The box that two rules share, or null when they are apart.
    private SearchState? Box(int a, int b)
    {
        CellSet[] left = _boxes[a].Sets;
        CellSet[] right = _boxes[b].Sets;
        for (int i = 0; i < left.Length; i++)
        {
            if (!left[i].Intersects(right[i]))
            {
                return null;
            }
        }

        var both = new CellSet[left.Length];
        for (int i = 0; i < both.Length; i++)
        {
            both[i] = left[i].And(right[i]);
        }

        return new SearchState(both);
    }
}
