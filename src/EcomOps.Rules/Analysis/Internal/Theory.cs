using System.Numerics;

namespace EcomOps.Rules.Analysis.Internal;

// Tells whether the linear conditions decided in a box can hold together, given the cells of their fields.
internal sealed class Theory(Space space)
{
    public Dictionary<int, Rational> Values { get; private set; } = [];

    // Complete: every formula holds in the box, and a point is asked for; `split` asks to divide the box further.
    public Answer Check(SearchState state, bool complete, out Nnf? split)
    {
        split = null;
        Dictionary<int, Rational> values = [];
        foreach (TheoryGroup group in space.Groups)
        {
            List<TheoryAxis> decided = [.. group.Axes.Where(a => state.Sets[a.Index].Count == 1)];
            if (decided.Count == 0)
            {
                continue;
            }

            SortedSet<int> fields = [];
            HashSet<int> quotients = [];
            foreach (TheoryAxis axis in decided)
            {
                Variables(axis.Form, fields, quotients);
            }

            foreach (int field in fields)
            {
                CellSet present = space.AxisOf[field]!.Present(field);
                CellSet set = state.Sets[space.AxisOf[field]!.Index];
                if (!set.IsSubsetOf(present))
                {
                    if (complete && set.Intersects(present))
                    {
                        split = Nnf.Literal(space.AxisOf[field]!, space.AxisOf[field]!.All.Except(present));
                        return Answer.Yes;
                    }

                    decided.RemoveAll(a => Uses(a.Form, field));
                }
            }

            if (decided.Count == 0)
            {
                continue;
            }

            fields.Clear();
            quotients.Clear();
            decided.ForEach(a => Variables(a.Form, fields, quotients));
            Answer answer = Solve(state, decided, fields, quotients, complete, values, out split);
            if (answer != Answer.Yes || split is not null)
            {
                return answer;
            }
        }

        Values = values;
        return Answer.Yes;
    }

    private Answer Solve(
        SearchState state, List<TheoryAxis> decided, SortedSet<int> fields, HashSet<int> quotients, bool complete, Dictionary<int, Rational> values, out Nnf? split)
    {
        split = null;
        List<int> variables = [.. fields, .. quotients.SelectMany(q => new[] { q, q + 1 })];
        Dictionary<int, int> position = variables.Select((v, i) => (v, i)).ToDictionary(p => p.v, p => p.i);
        bool[] whole = [.. variables.Select(v => v >= space.Fields.Count || space.Fields[v].Step is not null)];
        List<LinearConstraint> constraints = [];
        foreach (TheoryAxis axis in decided)
        {
            Add(constraints, position, axis.Form, axis.Relation, state.Sets[axis.Index].Contains(1));
        }

        foreach (int field in fields)
        {
            Add(constraints, position, field, Hull(state, field));
        }

        foreach (int variable in quotients)
        {
            Quotient quotient = space.Quotients.Of(variable);
            int sign = quotient.Least is { Sign: >= 0 } ? 1 : quotient.Most is { Sign: <= 0 } ? -1 : 0;
            if (sign == 0)
            {
                CellSet negative = state.Sets[quotient.SignAxis];
                if (negative.Count == 1)
                {
                    sign = negative.Contains(1) ? -1 : 1;
                }
                else if (complete)
                {
                    split = Nnf.Literal(space.Axes[quotient.SignAxis], ((TheoryAxis)space.Axes[quotient.SignAxis]).Holds);
                    return Answer.Yes;
                }
            }

            AddQuotient(constraints, position, quotient, sign);
        }

        LinearSystem system = new(whole);
        Answer answer = system.Solve(constraints);
        if (answer != Answer.Yes || !complete)
        {
            return answer;
        }

        foreach (int field in fields)
        {
            Rational value = system.Values[position[field]] * (space.Fields[field].Step ?? Rational.One);
            split = Hole(state, field, value);
            if (split is not null)
            {
                return Answer.Yes;
            }

            values[field] = value;
        }

        return Answer.Yes;
    }

    // Not null when the value lies between the cells that are left: the box then divides below and above it.
    private Nnf? Hole(SearchState state, int field, Rational value)
    {
        FieldAxis axis = space.AxisOf[field]!;
        CellSet set = state.Sets[axis.Index];
        bool isText = space.Fields[field].Kind == TermKind.Text;
        foreach (int cell in set.Cells())
        {
            if (axis.Cells[cell].Range.Contains(value))
            {
                return null;
            }
        }

        return isText && space.Fields[field].IsEnum
            ? Nnf.Literal(axis, CellSet.Where(axis.Count, i => axis.Cells[i].Point[0] is not null && axis.Cells[i].Range.High!.Value < value))
            : Nnf.Literal(axis, CellSet.Where(axis.Count, i => axis.Cells[i].Point[0] is not null && axis.Cells[i].Range.High is { } high && high <= value));
    }

    private Interval Hull(SearchState state, int field)
    {
        FieldAxis axis = space.AxisOf[field]!;
        Interval? hull = null;
        foreach (int cell in state.Sets[axis.Index].Cells())
        {
            Interval range = axis.Cells[cell].Range;
            if (hull is not { } known)
            {
                hull = range;
                continue;
            }

            bool lower = range.Low is null || (known.Low is { } kl && (range.Low < kl || (range.Low == kl && !range.LowOpen)));
            bool upper = range.High is null || (known.High is { } kh && (range.High > kh || (range.High == kh && !range.HighOpen)));
            hull = new Interval(lower ? range.Low : known.Low, lower ? range.LowOpen : known.LowOpen, upper ? range.High : known.High, upper ? range.HighOpen : known.HighOpen);
        }

        return hull!.Value;
    }

    private void Add(List<LinearConstraint> constraints, Dictionary<int, int> position, LinearForm form, Relation relation, bool holds)
    {
        var factors = new Rational[position.Count];
        foreach ((int variable, Rational coefficient) in form.Coefficients)
        {
            Rational step = variable < space.Fields.Count ? space.Fields[variable].Step ?? Rational.One : Rational.One;
            factors[position[variable]] = coefficient * step;
        }

        constraints.Add((relation, holds) switch
        {
            (Relation.Equal, true) => LinearConstraint.Of(factors, -form.Constant, Relation.Equal),
            (Relation.Equal, false) => LinearConstraint.Of(factors, -form.Constant, Relation.Different),
            (_, true) => LinearConstraint.Of(factors, -form.Constant, Relation.Below),
            _ => LinearConstraint.Of([.. factors.Select(f => -f)], form.Constant, Relation.AtMost),
        });
    }

    private void Add(List<LinearConstraint> constraints, Dictionary<int, int> position, int field, Interval interval)
    {
        Rational step = space.Fields[field].Step ?? Rational.One;
        if (interval.High is { } high)
        {
            var factors = new Rational[position.Count];
            factors[position[field]] = step;
            constraints.Add(LinearConstraint.Of(factors, high, interval.HighOpen ? Relation.Below : Relation.AtMost));
        }

        if (interval.Low is { } low)
        {
            var factors = new Rational[position.Count];
            factors[position[field]] = -step;
            constraints.Add(LinearConstraint.Of(factors, -low, interval.LowOpen ? Relation.Below : Relation.AtMost));
        }
    }

    private void AddQuotient(List<LinearConstraint> constraints, Dictionary<int, int> position, Quotient quotient, int sign)
    {
        LinearForm division = LinearForm.Sum(quotient.Dividend, Single(quotient.QuotientVariable), -quotient.Divisor);
        Add(constraints, position, LinearForm.Sum(division, Single(quotient.RemainderVariable), -1), Relation.Equal, holds: true);
        BigInteger most = BigInteger.Abs(quotient.Divisor) - 1;
        Bound(sign < 0 ? 0 : most, 1);
        Bound(sign > 0 ? 0 : most, -1);

        void Bound(BigInteger limit, int factor)
        {
            var factors = new Rational[position.Count];
            factors[position[quotient.RemainderVariable]] = factor;
            constraints.Add(LinearConstraint.Of(factors, limit, Relation.AtMost));
        }
    }

    private static LinearForm Single(int variable)
    {
        LinearForm form = new(Rational.Zero);
        form.Coefficients[variable] = Rational.One;
        return form;
    }

    private void Variables(LinearForm form, ISet<int> fields, ISet<int> quotients)
    {
        foreach (int variable in form.Coefficients.Keys)
        {
            if (variable < space.Fields.Count)
            {
                fields.Add(variable);
                continue;
            }

            Quotient quotient = space.Quotients.Of(variable);
            if (quotients.Add(quotient.QuotientVariable))
            {
                Variables(quotient.Dividend, fields, quotients);
            }
        }
    }

    private bool Uses(LinearForm form, int field)
    {
        SortedSet<int> fields = [];
        Variables(form, fields, new HashSet<int>());
        return fields.Contains(field);
    }
}
