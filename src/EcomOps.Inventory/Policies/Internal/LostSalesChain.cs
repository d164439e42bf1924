using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Policies.Internal;

// The Markov chain of stock on hand and orders under way, over the states that are reached from full stock. A state is what stands before
// the review: phase (periods since the last review), units on hand, and the orders that arrive in this period and the next ones.
internal sealed class LostSalesChain(LostSalesRule rule, DiscreteDemand demand, int leadTime, int reviewPeriods)
{
    private const int MostSweeps = 200_000;
    private const double Settled = 1e-13;

    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<string> _states = [];

    // Null when the chain has more states than allowed, or a level that a state cannot hold.
    public PolicyService? Solve(int mostStates)
    {
        if (rule.Highest >= char.MaxValue)
        {
            return null;
        }

        int[]? from = Explore(mostStates, out List<int> to, out List<double> weight, out List<Step> steps);
        return from is null ? null : Measure(Stationary(from, to, weight), steps);
    }

    private int[]? Explore(int mostStates, out List<int> to, out List<double> weight, out List<Step> steps)
    {
        (to, weight, steps) = ([], [], []);
        var from = new List<int>();
        var next = new char[leadTime + 2];
        next[1] = (char)rule.Highest;
        Find(next);
        for (int i = 0; i < _states.Count; i++)
        {
            if (_states.Count > mostStates)
            {
                return null;
            }

            string state = _states[i];
            int phase = state[0];
            long position = 0;
            for (int k = 1; k < state.Length; k++)
            {
                position += state[k];
            }

            long order = phase == 0 ? rule.Order(position) : 0;
            long there = state[1] + (leadTime == 0 ? order : state[2]);
            steps.Add(new Step(there, order > 0));
            from.Add(to.Count);
            next[0] = (char)((phase + 1) % reviewPeriods);
            for (int k = 2; k <= leadTime; k++)
            {
                next[k] = state[k + 1];
            }

            if (leadTime > 0)
            {
                next[leadTime + 1] = (char)order;
            }

            for (long sold = 0; sold <= there; sold++)
            {
                double chance = sold < there ? demand.Probability(sold) : 1 - demand.Cdf(there - 1);
                if (chance > 0)
                {
                    next[1] = (char)(there - sold);
                    to.Add(Find(next));
                    weight.Add(chance);
                }
            }
        }

        from.Add(to.Count);
        return [.. from];
    }

    private int Find(ReadOnlySpan<char> state)
    {
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> known = _index.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(state, out int index))
        {
            string key = state.ToString();
            _index[key] = index = _states.Count;
            _states.Add(key);
        }

        return index;
    }

    // Half steps, so that a chain with phases settles too.
    private static double[] Stationary(int[] from, List<int> to, List<double> weight)
    {
        int n = from.Length - 1;
        int[] target = [.. to];
        double[] chance = [.. weight];
        var now = new double[n];
        now[0] = 1;
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            var after = new double[n];
            for (int i = 0; i < n; i++)
            {
                double mass = now[i];
                if (mass > 0)
                {
                    after[i] += 0.5 * mass;
                    for (int k = from[i]; k < from[i + 1]; k++)
                    {
                        after[target[k]] += 0.5 * mass * chance[k];
                    }
                }
            }

            double change = 0;
            for (int i = 0; i < n; i++)
            {
                change += Math.Abs(after[i] - now[i]);
            }

            now = after;
            if (change < Settled)
            {
                break;
            }
        }

        return now;
    }

    private PolicyService Measure(double[] share, List<Step> steps)
    {
        double stock = 0, lost = 0, kept = 0, orders = 0;
        for (int i = 0; i < share.Length; i++)
        {
            long there = steps[i].There;
            stock += share[i] * demand.ComplementaryLoss(there);
            lost += share[i] * demand.Loss(there);
            kept += share[i] * demand.Cdf(there);
            orders += steps[i].Ordered ? share[i] : 0;
        }

        return new PolicyService(Math.Clamp(1 - (lost / demand.Mean), 0, 1), CycleService(share, steps), Math.Clamp(kept, 0, 1), stock, lost, orders);
    }

    // The stock available when a review's delivery is in must last for R periods.
    private double CycleService(double[] share, List<Step> steps)
    {
        if (reviewPeriods == 1)
        {
            return Math.Clamp(share.Zip(steps, (s, step) => s * demand.Cdf(step.There)).Sum(), 0, 1);
        }

        DiscreteDemand cycle = DiscreteSums.Over(demand, reviewPeriods);
        int arrival = leadTime % reviewPeriods;
        double kept = 0, all = 0;
        for (int i = 0; i < share.Length; i++)
        {
            if (_states[i][0] == arrival)
            {
                kept += share[i] * cycle.Cdf(steps[i].There);
                all += share[i];
            }
        }

        return all > 0 ? Math.Clamp(kept / all, 0, 1) : 1;
    }

    // Units available to a period's demand, and whether an order was placed.
    private readonly record struct Step(long There, bool Ordered);
}
