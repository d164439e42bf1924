namespace EcomOps.Routing.Sourcing.Internal;

// Cheapest allocation for a given set of modes: greedy where nothing is shared, else a minimum-cost flow by successive shortest paths.
internal sealed class Fill
{
    private readonly SourcingModel _model;
    private readonly int[][] _byCost;
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
        bool done = IsSeparable(open) ? Greedy(open, units, unfilled) : new FillFlow(_model, open).Solve(units, unfilled);
        if (!done)
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

    private bool IsSeparable(ReadOnlySpan<bool> open)
    {
        if (_model.SharedSkus)
        {
            return false;
        }

        for (int mode = 0; mode < open.Length; mode++)
        {
            if (open[mode] && _model.Capacity[_model.Source[mode]] < _demand)
            {
                return false;
            }
        }

        return true;
    }

    private bool Greedy(ReadOnlySpan<bool> open, long[][] units, long[] unfilled)
    {
        for (int line = 0; line < _model.Lines; line++)
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
