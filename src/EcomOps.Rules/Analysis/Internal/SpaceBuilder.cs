using System.Numerics;

namespace EcomOps.Rules.Analysis.Internal;

// Makes the space of a set of conditions: which fields are listed together, which are cut alone, which are bound by linear conditions.
internal sealed class SpaceBuilder
{
    private readonly IReadOnlyList<Field> _fields;
    private readonly AnalysisOptions _options;
    private readonly Dictionary<Atom, AtomPlan> _plans;
    private readonly Space _space;
    private readonly int[] _parent;
    private readonly Dictionary<int, TheoryGroup> _groups = [];
    private readonly Dictionary<string, TheoryAxis> _theoryAxes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnknownAxis> _unknownAxes = new(StringComparer.Ordinal);

    private SpaceBuilder(IReadOnlyList<Field> fields, IEnumerable<Formula> formulas, AnalysisOptions options)
    {
        _fields = fields;
        _options = options;
        _plans = AtomPlanner.Plan(formulas, fields);
        _space = new Space(fields);
        _parent = [.. Enumerable.Range(0, fields.Count)];
    }

    public static Space Build(IReadOnlyList<Field> fields, IEnumerable<Formula> formulas, AnalysisOptions options) =>
        new SpaceBuilder(fields, formulas, options).Build();

    private Space Build()
    {
        foreach (AtomPlan plan in _plans.Values.Where(IsJoining))
        {
            foreach (int field in plan.Support)
            {
                _parent[Root(field)] = Root(plan.Support[0]);
            }
        }

        ILookup<int, AtomPlan> joining = _plans.Values.Where(IsJoining).ToLookup(p => Root(p.Support[0]));
        HashSet<int> joint = [];
        foreach (IGrouping<int, AtomPlan> component in joining)
        {
            int[] members = [.. Enumerable.Range(0, _fields.Count).Where(f => Root(f) == component.Key)];
            if (CanList(members, component.Any(p => p.Shape == AtomShape.Hard)))
            {
                AddJointAxis(members);
                joint.UnionWith(members);
            }
            else
            {
                Relate(component);
            }
        }

        AddFieldAxes(joint);
        foreach (Quotient quotient in _space.Quotients.Quotients.Where(q => q.NeedsSign))
        {
            // A division may belong to a condition that turned out not to be linear; then nothing asks for it.
            if (_groups.TryGetValue(Root(BaseField(quotient.Dividend)), out TheoryGroup? group))
            {
                quotient.SignAxis = AxisOf(quotient.Dividend, Relation.Below, group).Index;
            }
        }

        foreach ((Atom atom, AtomPlan plan) in _plans)
        {
            _space.Atoms[atom] = Compile(atom, plan);
        }

        return _space;
    }

    private static bool IsJoining(AtomPlan plan) => plan.Support.Length > 0 && plan.Shape is AtomShape.Linear or AtomShape.Hard;

    private int Root(int field)
    {
        while (_parent[field] != field)
        {
            field = _parent[field];
        }

        return field;
    }

    private int BaseField(LinearForm form)
    {
        int variable = form.Coefficients.Keys.First();
        return variable < _fields.Count ? variable : BaseField(_space.Quotients.Of(variable).Dividend);
    }

    private bool CanList(int[] members, bool hard)
    {
        BigInteger points = BigInteger.One;
        foreach (int member in members)
        {
            if (_fields[member].Size is not { } size)
            {
                return false;
            }

            points *= size + (_fields[member].IsOptional ? 1 : 0);
            if (points > (hard ? _options.MostHardPoints : _options.MostLinearPoints))
            {
                return false;
            }
        }

        return true;
    }

    // The conditions of a component that is too large to list become linear ones, with quotients, or unknown.
    private void Relate(IEnumerable<AtomPlan> component)
    {
        foreach (AtomPlan plan in component)
        {
            if (plan.Shape == AtomShape.Hard && plan.Atom is CompareAtom { Left.IsNumeric: true, Right.IsNumeric: true } compare)
            {
                LinearForm? left = LinearForm.Of(compare.Left, _fields, _space.Quotients);
                LinearForm? right = left is null ? null : LinearForm.Of(compare.Right, _fields, _space.Quotients);
                plan.Form = right is null ? null : LinearForm.Sum(left!, right, -1);
            }

            if (plan.Form is null)
            {
                plan.Shape = AtomShape.Unknown;
                continue;
            }

            plan.Shape = AtomShape.Linear;
            int root = Root(plan.Support[0]);
            if (!_groups.TryGetValue(root, out TheoryGroup? group))
            {
                group = new TheoryGroup();
                _groups[root] = group;
                _space.Groups.Add(group);
            }

            group.Fields.AddRange(plan.Support.Where(f => !group.Fields.Contains(f)));
        }
    }

    private void AddFieldAxes(HashSet<int> joint)
    {
        foreach (TheoryGroup group in _groups.Values.Where(g => g.Fields.All(f => _fields[f].Kind == TermKind.Text)))
        {
            group.TextCuts = AxisBuilder.TextCuts(group.Fields.SelectMany(TextCuts));
        }

        SortedSet<int> used = [.. _plans.Values.SelectMany(p => p.Fields.Concat(p.Support))];
        foreach (int field in used.Where(f => !joint.Contains(f)))
        {
            List<AxisCell> cells = Cells(_fields[field]);
            if (_fields[field].IsOptional)
            {
                cells.Insert(0, new AxisCell([null], Interval.Everything));
            }

            FieldAxis axis = new(_space.Axes.Count, [field], [.. cells]);
            _space.Axes.Add(axis);
            _space.AxisOf[field] = axis;
        }
    }

    private List<AxisCell> Cells(Field field)
    {
        if (field.Kind == TermKind.Other)
        {
            return [new AxisCell([field], Interval.Everything)];
        }

        if (field.Kind == TermKind.Text)
        {
            List<string>? shared = _groups.GetValueOrDefault(Root(field.Index))?.TextCuts;
            if (field.IsEnum)
            {
                return [.. field.Attribute.Type.Values.Select(v => new AxisCell([v], Interval.Point(shared is null ? 0 : shared.IndexOf(v))))];
            }

            return AxisBuilder.Texts(shared ?? AxisBuilder.TextCuts(TextCuts(field.Index)));
        }

        if (field.Kind == TermKind.Bool)
        {
            return [new AxisCell([false], Interval.Everything), new AxisCell([true], Interval.Everything)];
        }

        List<(Rational Value, Comparison Operator)> limits = [.. Limits(field)];
        return field.Step is { } step
            ? AxisBuilder.Grid(field, limits.SelectMany(l => GridCuts(l.Value / step, l.Operator)))
            : AxisBuilder.Continuum(field, limits.Select(l => l.Value));
    }

    private static IEnumerable<BigInteger> GridCuts(Rational value, Comparison comparison) => comparison switch
    {
        Comparison.Less or Comparison.GreaterOrEqual => [value.Ceiling()],
        Comparison.LessOrEqual or Comparison.Greater => [value.Floor() + 1],
        _ => value.IsWhole ? [value.Numerator, value.Numerator + 1] : [],
    };

    // Constants with which the value of a numeric field is compared.
    private IEnumerable<(Rational Value, Comparison Operator)> Limits(Field field)
    {
        foreach (AtomPlan plan in _plans.Values.Where(p => p.Support.Length == 1 && p.Support[0] == field.Index))
        {
            if (plan.Atom is MemberAtom member)
            {
                foreach (NumberTerm item in member.Items.OfType<NumberTerm>())
                {
                    yield return (item.Value, Comparison.Equal);
                }
            }
            else if (plan is { Shape: AtomShape.Simple, Atom: CompareAtom compare, Form: { } form })
            {
                Rational coefficient = form.Coefficients[field.Index];
                yield return (-form.Constant / coefficient, coefficient.Sign > 0 ? compare.Operator : Mirrored(compare.Operator));
            }
        }
    }

    private static Comparison Mirrored(Comparison comparison) => comparison switch
    {
        Comparison.Less => Comparison.Greater,
        Comparison.LessOrEqual => Comparison.GreaterOrEqual,
        Comparison.Greater => Comparison.Less,
        Comparison.GreaterOrEqual => Comparison.LessOrEqual,
        _ => comparison,
    };

    private IEnumerable<string> TextCuts(int field)
    {
        IEnumerable<string> constants = _plans.Values.Where(p => p.Support.Contains(field)).SelectMany(p => p.Atom switch
        {
            PrefixAtom prefix => AxisBuilder.AfterPrefix(prefix.Prefix) is { } after ? [prefix.Prefix, after] : new[] { prefix.Prefix },
            MemberAtom member => member.Items.OfType<TextTerm>().SelectMany(t => Around(t.Value)),
            CompareAtom compare => new[] { compare.Left, compare.Right }.OfType<TextTerm>().SelectMany(t => Around(t.Value)),
            _ => [],
        });
        return _fields[field].IsEnum ? constants.Concat(_fields[field].Attribute.Type.Values.SelectMany(Around)) : constants;
    }

    private static string[] Around(string text) => [text, text + '\0'];

    private void AddJointAxis(int[] members)
    {
        AtomPlan[] plans = [.. _plans.Values.Where(p => p.Shape != AtomShape.Unknown && p.Support.Length > 0 && p.Support.All(members.Contains))];
        object?[] values = Dummies();
        PointEvaluator evaluator = new(values, static _ => Truth.Error);
        Dictionary<string, AxisCell> cells = new(StringComparer.Ordinal);
        char[] signature = new char[plans.Length + members.Length];
        Enumerate(0);
        FieldAxis axis = new(_space.Axes.Count, members, [.. cells.Values]);
        _space.Axes.Add(axis);
        foreach (int member in members)
        {
            _space.AxisOf[member] = axis;
        }

        void Enumerate(int depth)
        {
            if (depth < members.Length)
            {
                Field field = _fields[members[depth]];
                foreach (object? value in field.IsOptional ? field.Values().Prepend(null!) : field.Values())
                {
                    values[field.Index] = value;
                    Enumerate(depth + 1);
                }

                return;
            }

            for (int i = 0; i < plans.Length; i++)
            {
                signature[i] = (char)('0' + (int)evaluator.Evaluate(plans[i].Atom));
            }

            for (int i = 0; i < members.Length; i++)
            {
                signature[plans.Length + i] = values[members[i]] is null ? '0' : '1';
            }

            string key = new(signature);
            if (!cells.ContainsKey(key))
            {
                cells[key] = new AxisCell([.. members.Select(m => values[m])], Interval.Everything);
            }
        }
    }

    // Some present value for every field, so that an atom can be evaluated at the fields it depends on.
    private object?[] Dummies()
    {
        var values = new object?[_fields.Count];
        foreach (Field field in _fields)
        {
            values[field.Index] = field.Kind switch
            {
                TermKind.Bool => false,
                TermKind.Text => string.Empty,
                TermKind.Other => field,
                _ => new Interval(field.Minimum, field.Minimum is null, field.Maximum, field.Maximum is null).Any() ?? Rational.Zero,
            };
        }

        return values;
    }

    private (Nnf True, Nnf False) Compile(Atom atom, AtomPlan plan)
    {
        Nnf present = Nnf.All(plan.Fields.Where(f => _fields[f].IsOptional).Select(_space.Present));
        (Nnf yes, Nnf no) = plan.Shape switch
        {
            AtomShape.Unknown => CompileUnknown(atom, plan),
            AtomShape.Linear when _groups.ContainsKey(Root(plan.Support[0])) => CompileLinear((CompareAtom)atom, plan),
            _ => CompileCells(atom, plan),
        };
        return (Nnf.All(present, yes), Nnf.All(present, no));
    }

    private (Nnf True, Nnf False) CompileCells(Atom atom, AtomPlan plan)
    {
        object?[] values = Dummies();
        PointEvaluator evaluator = new(values, static _ => Truth.Error);
        if (plan.Support.Length == 0)
        {
            Truth constant = evaluator.Evaluate(atom);
            return (constant == Truth.True ? Nnf.True : Nnf.False, constant == Truth.False ? Nnf.True : Nnf.False);
        }

        FieldAxis axis = _space.AxisOf[plan.Support[0]]!;
        var truths = new Truth[axis.Count];
        for (int i = 0; i < truths.Length; i++)
        {
            for (int f = 0; f < axis.Fields.Length; f++)
            {
                values[axis.Fields[f]] = axis.Cells[i].Point[f];
            }

            truths[i] = evaluator.Evaluate(atom);
        }

        return (Nnf.Literal(axis, CellSet.Where(axis.Count, i => truths[i] == Truth.True)), Nnf.Literal(axis, CellSet.Where(axis.Count, i => truths[i] == Truth.False)));
    }

    private (Nnf True, Nnf False) CompileUnknown(Atom atom, AtomPlan plan)
    {
        UnknownAtom unknown = atom as UnknownAtom ?? new UnknownAtom(atom.ToString(), string.Empty, [], [.. plan.Fields], MayFail: true);
        if (!_unknownAxes.TryGetValue(unknown.Key, out UnknownAxis? axis))
        {
            axis = new UnknownAxis(_space.Axes.Count, unknown);
            _space.Axes.Add(axis);
            _space.Unknowns.Add(axis);
            _unknownAxes[unknown.Key] = axis;
        }

        return (Nnf.Literal(axis, CellSet.Single(axis.Count, 1)), Nnf.Literal(axis, CellSet.Single(axis.Count, 0)));
    }

    private (Nnf True, Nnf False) CompileLinear(CompareAtom atom, AtomPlan plan)
    {
        TheoryGroup group = _groups[Root(plan.Support[0])];
        LinearForm form = plan.Form!;
        if (form.Coefficients.Count == 0)
        {
            bool truth = atom.Operator switch
            {
                Comparison.Equal => form.Constant.Sign == 0,
                Comparison.NotEqual => form.Constant.Sign != 0,
                Comparison.Less => form.Constant.Sign < 0,
                Comparison.LessOrEqual => form.Constant.Sign <= 0,
                Comparison.Greater => form.Constant.Sign > 0,
                _ => form.Constant.Sign >= 0,
            };
            return truth ? (Nnf.True, Nnf.False) : (Nnf.False, Nnf.True);
        }

        LinearForm mirrored = LinearForm.Sum(new LinearForm(Rational.Zero), form, -1);
        (LinearForm f, Relation relation, bool negated) = atom.Operator switch
        {
            Comparison.Equal => (form, Relation.Equal, false),
            Comparison.NotEqual => (form, Relation.Equal, true),
            Comparison.Less => (form, Relation.Below, false),
            Comparison.GreaterOrEqual => (form, Relation.Below, true),
            Comparison.Greater => (mirrored, Relation.Below, false),
            _ => (mirrored, Relation.Below, true),
        };
        TheoryAxis axis = AxisOf(f, relation, group);
        Nnf holds = Nnf.Literal(axis, axis.Holds);
        return negated ? (holds.Negation, holds) : (holds, holds.Negation);
    }

    private TheoryAxis AxisOf(LinearForm form, Relation relation, TheoryGroup group)
    {
        Rational scale = form.Coefficients.First().Value;
        scale = scale.Sign < 0 ? -scale : scale;
        scale = relation == Relation.Equal ? form.Coefficients.First().Value : scale;
        LinearForm normal = LinearForm.Sum(new LinearForm(Rational.Zero), form, Rational.One / scale);
        string key = string.Join('+', normal.Coefficients.Select(c => c.Value + "*" + c.Key)) + "+" + normal.Constant + relation;
        if (!_theoryAxes.TryGetValue(key, out TheoryAxis? axis))
        {
            axis = new TheoryAxis(_space.Axes.Count, normal, relation, group);
            _space.Axes.Add(axis);
            group.Axes.Add(axis);
            _theoryAxes[key] = axis;
        }

        return axis;
    }
}
