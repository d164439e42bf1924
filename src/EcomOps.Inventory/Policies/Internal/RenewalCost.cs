using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Policies.Internal;

// Cost of (s, S) by renewal: (K + sum over j of m(j) g(S - j)) / M(S - s), with m the renewal density of demand between reviews.
internal sealed class RenewalCost
{
    private readonly double _fixedCost;
    private readonly double _h;
    private readonly double _p;
    private readonly int _review;
    private readonly double[] _mass;
    private readonly DiscreteDemand[] _exposed;
    private readonly DiscreteDemand _before;
    private readonly List<double> _density = [];
    private readonly List<double> _total = [0];
    private readonly Dictionary<long, double> _cost = [];

    public RenewalCost(double fixedCost, double holdingCost, double stockOutCost, DiscreteDemand demand, int leadTime, int reviewPeriods)
    {
        ArgumentNullException.ThrowIfNull(demand);
        Require.Positive(holdingCost, stockOutCost);
        Require.NotNegative(fixedCost);
        ArgumentOutOfRangeException.ThrowIfNegative(leadTime);
        ArgumentOutOfRangeException.ThrowIfLessThan(reviewPeriods, 1);
        if (demand.Cdf(-1) > 0 || demand.Probability(0) > 1 - 1e-12)
        {
            throw new ArgumentOutOfRangeException(nameof(demand), "Demand of a period must not be negative, nor certainly 0: with no demand there is nothing to order.");
        }

        (_fixedCost, _h, _p, _review) = (fixedCost, holdingCost, stockOutCost, reviewPeriods);
        DiscreteDemand interval = DiscreteSums.Over(demand, reviewPeriods);
        _exposed = [.. Enumerable.Range(1, reviewPeriods).Select(i => DiscreteSums.Over(demand, leadTime + i))];
        _before = DiscreteSums.Over(demand, leadTime);
        long top = (long)interval.Quantile(1 - 1e-12) + 2;
        _mass = new double[top + 1];
        for (long d = 0; d <= top; d++)
        {
            _mass[d] = interval.Probability(d);
        }

        BestLevel = Best();
    }

    public long BestLevel { get; }

    // Expected cost of the periods that a review at position y decides about, per period.
    public double Period(long y)
    {
        if (!_cost.TryGetValue(y, out double cost))
        {
            foreach (DiscreteDemand demand in _exposed)
            {
                double loss = demand.Loss(y);
                cost += (_h * (y - demand.Mean + loss)) + (_p * loss);
            }

            _cost[y] = cost /= _review;
        }

        return cost;
    }

    public double Of(long s, long upTo)
    {
        int reach = checked((int)(upTo - s));
        Extend(reach);
        double sum = _fixedCost / _review;
        for (int j = 0; j < reach; j++)
        {
            sum += _density[j] * Period(upTo - j);
        }

        return sum / _total[reach];
    }

    // The position after a review is S - j with probability m(j) / M(S - s).
    public PolicyService Service(long s, long upTo)
    {
        int reach = checked((int)(upTo - s));
        Extend(reach);
        double missed = 0, lasting = 0, ready = 0, stock = 0, owed = 0;
        DiscreteDemand last = _exposed[^1];
        for (int j = 0; j < reach; j++)
        {
            long y = upTo - j;
            double share = _density[j] / _total[reach];
            missed += share * (last.Loss(y) - _before.Loss(y));
            lasting += share * last.Cdf(y);
            foreach (DiscreteDemand exposed in _exposed)
            {
                double loss = exposed.Loss(y);
                ready += share * exposed.Cdf(y) / _review;
                stock += share * (y - exposed.Mean + loss) / _review;
                owed += share * loss / _review;
            }
        }

        double perReview = last.Mean - _before.Mean;
        return new PolicyService(Math.Clamp(1 - (missed / perReview), 0, 1), Math.Clamp(lasting, 0, 1), Math.Clamp(ready, 0, 1), stock, owed, 1 / (_total[reach] * _review));
    }

    private long Best()
    {
        long y = (long)_exposed[^1].Quantile(_p / (_p + _h));
        while (Period(y - 1) <= Period(y))
        {
            y--;
        }

        while (Period(y + 1) < Period(y))
        {
            y++;
        }

        return y;
    }

    private void Extend(int count)
    {
        double keep = 1 / (1 - _mass[0]);
        while (_density.Count < count)
        {
            int j = _density.Count;
            double sum = j == 0 ? 1 : 0;
            for (int d = 1; d <= Math.Min(j, _mass.Length - 1); d++)
            {
                sum += _mass[d] * _density[j - d];
            }

            _density.Add(sum * keep);
            _total.Add(_total[j] + (sum * keep));
        }
    }
}
