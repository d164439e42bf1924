using System.Numerics;

namespace EcomOps.Rules.Analysis.Internal;

internal enum Answer
{
    No,
    Yes,
    Unknown,
}

// Decides a conjunction of linear constraints over whole and real variables: equalities are substituted, the rest is eliminated
// (Fourier and Motzkin), whole variables are found by branching. Exact; gives up (Unknown) only over its budget.
internal sealed class LinearSystem(bool[] isWhole)
{
    private const int MostConstraints = 3_000;
    private const long MostPairs = 10_000;
    private int _budget = 2_000;

    public Rational[] Values { get; private set; } = [];

    public Answer Solve(IReadOnlyList<LinearConstraint> constraints)
    {
        if (--_budget < 0)
        {
            return Answer.Unknown;
        }

        List<LinearConstraint> different = [.. constraints.Where(c => c.Relation == Relation.Different).Select(c => c.Reduced(isWhole))];
        if (different.Any(c => c.Constant() == false))
        {
            return Answer.No;
        }

        Answer answer = Eliminate([.. constraints.Where(c => c.Relation != Relation.Different)], out int branchVariable, out Rational branchValue);
        if (answer != Answer.Yes)
        {
            return answer;
        }

        if (branchVariable >= 0)
        {
            return Either(
                [.. constraints, Bound(branchVariable, branchValue.Floor(), 1)],
                [.. constraints, Bound(branchVariable, branchValue.Floor() + 1, -1)]);
        }

        foreach (LinearConstraint constraint in different)
        {
            if (constraint.Constant() is null && constraint.Rest(-1, Values).Sign == 0)
            {
                IEnumerable<LinearConstraint> others = constraints.Where(c => c.Relation != Relation.Different).Concat(different.Where(d => d != constraint));
                LinearConstraint below = new(constraint.Factors, constraint.Limit, Relation.Below);
                return Either([.. others, below], [.. others, below.Negated()]);
            }
        }

        return Answer.Yes;
    }

    private Answer Either(List<LinearConstraint> first, List<LinearConstraint> second)
    {
        Answer a = Solve(first);
        if (a == Answer.Yes)
        {
            return a;
        }

        Answer b = Solve(second);
        return b != Answer.No ? b : a;
    }

    private LinearConstraint Bound(int variable, BigInteger value, int sign)
    {
        var factors = new BigInteger[isWhole.Length];
        factors[variable] = sign;
        return new LinearConstraint(factors, value * sign, Relation.AtMost);
    }

    private Answer Eliminate(List<LinearConstraint> constraints, out int branchVariable, out Rational branchValue)
    {
        branchVariable = -1;
        branchValue = Rational.Zero;
        List<(int Variable, List<LinearConstraint> Constraints)> steps = [];
        if (!Reduce(ref constraints))
        {
            return Answer.No;
        }

        while (true)
        {
            (int variable, LinearConstraint? equality) = Pick(constraints);
            if (variable < 0)
            {
                break;
            }

            // Checked before the pairs are made: one step can square the number of constraints.
            if (equality is null && Pairs(constraints, variable) > MostPairs)
            {
                return Answer.Unknown;
            }

            List<LinearConstraint> with = [.. constraints.Where(c => !c.Factors[variable].IsZero)];
            List<LinearConstraint> next = [.. constraints.Where(c => c.Factors[variable].IsZero)];
            if (equality is not null)
            {
                next.AddRange(with.Where(c => c != equality).Select(c => c.Substitute(variable, equality)));
                steps.Add((variable, [equality]));
            }
            else
            {
                steps.Add((variable, with));
                Combine(variable, with, next);
            }

            constraints = next;
            if (!Reduce(ref constraints))
            {
                return Answer.No;
            }

            if (constraints.Count > MostConstraints)
            {
                return Answer.Unknown;
            }
        }

        return Assign(steps, ref branchVariable, ref branchValue);
    }

    // An equality of a variable with factor 1, or of a real variable, can be substituted; other equalities become two bounds.
    private (int Variable, LinearConstraint? Equality) Pick(List<LinearConstraint> constraints)
    {
        foreach (LinearConstraint constraint in constraints.Where(c => c.Relation == Relation.Equal))
        {
            for (int i = 0; i < isWhole.Length; i++)
            {
                bool allWhole = constraint.Factors.Select((f, j) => f.IsZero || isWhole[j]).All(w => w);
                if (isWhole[i] ? allWhole && BigInteger.Abs(constraint.Factors[i]).IsOne : !constraint.Factors[i].IsZero)
                {
                    return (i, constraint);
                }
            }
        }

        int best = -1;
        long bestCost = long.MaxValue;
        for (int i = 0; i < isWhole.Length; i++)
        {
            // Real variables are eliminated first, and so assigned last: they can follow whatever whole values are found.
            long cost = Pairs(constraints, i) + (isWhole[i] ? 0 : -1_000_000_000);
            if (cost < bestCost && constraints.Exists(c => !c.Factors[i].IsZero))
            {
                (best, bestCost) = (i, cost);
            }
        }

        return (best, null);
    }

    private static long Pairs(List<LinearConstraint> constraints, int variable)
    {
        long lower = 0;
        long upper = 0;
        foreach (LinearConstraint constraint in constraints)
        {
            int sign = constraint.Factors[variable].Sign;
            bool both = constraint.Relation == Relation.Equal && sign != 0;
            lower += both || sign < 0 ? 1 : 0;
            upper += both || sign > 0 ? 1 : 0;
        }

        return lower * upper;
    }

    private static void Combine(int variable, List<LinearConstraint> with, List<LinearConstraint> next)
    {
        List<LinearConstraint> bounds = [];
        foreach (LinearConstraint constraint in with)
        {
            if (constraint.Relation == Relation.Equal)
            {
                LinearConstraint atMost = new(constraint.Factors, constraint.Limit, Relation.AtMost);
                bounds.Add(atMost);
                bounds.Add(atMost.Negated());
            }
            else
            {
                bounds.Add(constraint);
            }
        }

        foreach (LinearConstraint upper in bounds.Where(b => b.Factors[variable].Sign > 0))
        {
            foreach (LinearConstraint lower in bounds.Where(b => b.Factors[variable].Sign < 0))
            {
                BigInteger u = upper.Factors[variable];
                BigInteger l = -lower.Factors[variable];
                var factors = new BigInteger[upper.Factors.Length];
                for (int i = 0; i < factors.Length; i++)
                {
                    factors[i] = (upper.Factors[i] * l) + (lower.Factors[i] * u);
                }

                bool strict = upper.Relation == Relation.Below || lower.Relation == Relation.Below;
                next.Add(new LinearConstraint(factors, (upper.Limit * l) + (lower.Limit * u), strict ? Relation.Below : Relation.AtMost));
            }
        }
    }

    private bool Reduce(ref List<LinearConstraint> constraints)
    {
        Dictionary<string, LinearConstraint> tightest = new(StringComparer.Ordinal);
        foreach (LinearConstraint constraint in constraints)
        {
            LinearConstraint reduced = constraint.Reduced(isWhole);
            if (reduced.Constant() is { } truth)
            {
                if (!truth)
                {
                    return false;
                }

                continue;
            }

            string key = string.Join(',', reduced.Factors) + (reduced.Relation == Relation.Equal ? "=" + reduced.Limit : "<");
            if (!tightest.TryGetValue(key, out LinearConstraint? known)
                || reduced.Limit < known.Limit
                || (reduced.Limit == known.Limit && reduced.Relation == Relation.Below))
            {
                tightest[key] = reduced;
            }
        }

        constraints = [.. tightest.Values];
        return true;
    }

    private Answer Assign(List<(int Variable, List<LinearConstraint> Constraints)> steps, ref int branchVariable, ref Rational branchValue)
    {
        var values = new Rational[isWhole.Length];
        for (int s = steps.Count - 1; s >= 0; s--)
        {
            (int variable, List<LinearConstraint> constraints) = steps[s];
            Interval interval = Interval.Everything;
            foreach (LinearConstraint constraint in constraints)
            {
                BigInteger factor = constraint.Factors[variable];
                Rational limit = constraint.Rest(variable, values) / factor;
                bool open = constraint.Relation == Relation.Below;
                if (constraint.Relation == Relation.Equal || factor.Sign > 0)
                {
                    interval = interval.Below(limit, open);
                }

                if (constraint.Relation == Relation.Equal || factor.Sign < 0)
                {
                    interval = interval.Above(limit, open);
                }
            }

            Rational? value = isWhole[variable] ? interval.Whole() : interval.Any();
            if (value is null)
            {
                if (!isWhole[variable] || interval.Any() is not { } between)
                {
                    return Answer.Unknown;
                }

                branchVariable = variable;
                branchValue = between;
                return Answer.Yes;
            }

            values[variable] = value.Value;
        }

        Values = values;
        return Answer.Yes;
    }
}
