namespace EcomOps.Routing.Sourcing.Internal;

// Cheapest allocation for a given set of modes. Where no capacity binds, SKUs are independent: a line alone takes the cheapest units, lines that share a SKU are a small minimum-cost flow.
// Where a capacity may bind, all lines are one flow.
internal sealed class Fill
{
    private readonly SourcingModel _model;
    private readonly int[][] _byCost;
    private readonly int[] _alone;
    private readonly int[][] _sharing;
    private readonly int[] _all;
    private readonly long _demand;

    public Fill(SourcingModel model)
    {
        _model = model;
        _demand = model.Quantity.Sum();
        _byCost = new int[model.Lines][];
        for (int line = 0; line < model.Lines; line++)
        {
            int i = line;
            _byCost[line] = [.. Enumerable.Range(0, model.Modes).OrderBy(m => model.Unit[m][i])];
        }

        _all = [.. Enumerable.Range(0, model.Lines)];
        ILookup<int, int> bySku = _all.ToLookup(line => model.Sku[line]);
        _alone = [.. _all.Where(line => bySku[model.Sku[line]].Count() == 1)];
        _sharing = [.. bySku.Where(lines => lines.Count() > 1).Select(lines => lines.ToArray())];
    }

    // Cost of the best allocation with the parcels of the modes that it really uses; null when a line that must be filled can't be.
    public FillResult? Best(ReadOnlySpan<bool> open)
    {
        long[][] units = new long[_model.Modes][];
        for (int mode = 0; mode < units.Length; mode++)
        {
            units[mode] = new long[_model.Lines];
        }

        long[] unfilled = new long[_model.Lines];
        if (!Allocate(open, units, unfilled))
        {
            return null;
        }

        long cost = 0;
        for (int line = 0; line < _model.Lines; line++)
        {
            cost += unfilled[line] * Math.Max(0, _model.Backorder[line]);
        }

        for (int mode = 0; mode < units.Length; mode++)
        {
            bool used = false;
            for (int line = 0; line < _model.Lines; line++)
            {
                used |= units[mode][line] > 0;
                cost += units[mode][line] * _model.Unit[mode][line];
            }

            cost += used ? _model.Parcel[mode] : 0;
        }

        return new FillResult(cost, units, unfilled);
    }

    private bool Allocate(ReadOnlySpan<bool> open, long[][] units, long[] unfilled)
    {
        if (CapacityMayBind(open))
        {
            return new FillFlow(_model, open, _all).Solve(units, unfilled);
        }

        bool done = Greedy(open, units, unfilled);
        for (int i = 0; i < _sharing.Length && done; i++)
        {
            done = new FillFlow(_model, open, _sharing[i]).Solve(units, unfilled);
        }

        return done;
    }

    private bool CapacityMayBind(ReadOnlySpan<bool> open)
    {
        for (int mode = 0; mode < open.Length; mode++)
        {
            if (open[mode] && _model.Capacity[_model.Source[mode]] < _demand)
            {
                return true;
            }
        }

        return false;
    }

    private bool Greedy(ReadOnlySpan<bool> open, long[][] units, long[] unfilled)
    {
        foreach (int line in _alone)
        {
            long left = _model.Quantity[line];
            foreach (int mode in _byCost[line])
            {
                if (left == 0)
                {
                    break;
                }

                if (!open[mode] || TakenBySibling(mode, line, units) || (_model.Backorder[line] >= 0 && _model.Backorder[line] < _model.Unit[mode][line]))
                {
                    continue;
                }

                long taken = Math.Min(left, _model.Available(mode, line));
                units[mode][line] = taken;
                left -= taken;
            }

            if (left > 0 && _model.Backorder[line] < 0)
            {
                return false;
            }

            unfilled[line] = left;
        }

        return true;
    }

    private bool TakenBySibling(int mode, int line, long[][] units)
    {
        for (int other = 0; other < units.Length; other++)
        {
            if (other != mode && _model.Source[other] == _model.Source[mode] && units[other][line] > 0)
            {
                return true;
            }
        }

        return false;
    }
}
