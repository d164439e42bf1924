namespace EcomOps.Routing.Sourcing.Internal;

// A few undecided modes are listed, set by set; more are branch and bound, used or not, with Lagrangian bounds. Every set that is tried is filled exactly.
internal sealed class SourcingSearch
{
    private const int RootSteps = 300;
    private const int NodeSteps = 40;
    private const int MostListed = 6;

    private readonly SourcingModel _model;
    private readonly int _maximumNodes;
    private readonly Fill _fill;
    private readonly LagrangianBound _bound;
    private readonly long[] _gradient;
    private readonly bool[] _open;
    private readonly long[] _required;
    private int _nodes;
    private long _openBound = long.MaxValue;

    public SourcingSearch(SourcingModel model, int maximumNodes)
    {
        _model = model;
        _maximumNodes = maximumNodes;
        _fill = new Fill(model);
        _bound = new LagrangianBound(model);
        _gradient = new long[model.Lines];
        _open = new bool[model.Modes];
        _required = new long[model.Skus];
        for (int line = 0; line < model.Lines; line++)
        {
            _required[model.Sku[line]] += model.Backorder[line] < 0 ? model.Quantity[line] : 0;
        }

        BestCost = model.Ceiling();
    }

    public FillResult? Best { get; private set; }

    // Scaled cost of the best plan, or the ceiling while there is none.
    public long BestCost { get; private set; }

    // No plan is cheaper; below BestCost only when the search was cut short.
    public long LowerBound => Math.Min(BestCost, _openBound);

    public bool WasCutShort => _openBound != long.MaxValue;

    public void Run() => Explore(new sbyte[_model.Modes]);

    // The mode's parcel is paid whether it sends something or not.
    public void RunWith(int mode)
    {
        sbyte[] state = new sbyte[_model.Modes];
        Use(state, mode);
        Explore(state);
    }

    private void Explore(sbyte[] state)
    {
        int[] undecided = [.. Enumerable.Range(0, _model.Modes).Where(mode => state[mode] == LagrangianBound.Undecided)];
        if (undecided.Length <= MostListed)
        {
            List(state, undecided);
            return;
        }

        Start(state);
        long[] prices = new long[_model.Lines];
        for (int line = 0; line < _model.Lines; line++)
        {
            long cheapest = long.MaxValue;
            for (int mode = 0; mode < _model.Modes; mode++)
            {
                if (state[mode] != LagrangianBound.Closed && _model.Available(mode, line) > 0)
                {
                    cheapest = Math.Min(cheapest, _model.Unit[mode][line]);
                }
            }

            prices[line] = Cap(line, cheapest == long.MaxValue ? BestCost : cheapest);
        }

        Visit(state, prices, RootSteps);
    }

    private void List(sbyte[] state, int[] undecided)
    {
        for (int set = 0; set < 1 << undecided.Length; set++)
        {
            for (int mode = 0; mode < _model.Modes; mode++)
            {
                _open[mode] = state[mode] == LagrangianBound.Open;
            }

            bool oneModeEach = true;
            for (int i = 0; i < undecided.Length && oneModeEach; i++)
            {
                if ((set >> i & 1) != 0)
                {
                    oneModeEach = !SourceIsOpen(_model.Source[undecided[i]]);
                    _open[undecided[i]] = true;
                }
            }

            if (oneModeEach)
            {
                Try(state);
            }
        }
    }

    private bool SourceIsOpen(int source)
    {
        for (int mode = 0; mode < _model.Modes; mode++)
        {
            if (_open[mode] && _model.Source[mode] == source)
            {
                return true;
            }
        }

        return false;
    }

    // A first plan: everything open, then whatever closing saves.
    private void Start(sbyte[] state)
    {
        for (int mode = 0; mode < _model.Modes; mode++)
        {
            _open[mode] = state[mode] != LagrangianBound.Closed;
        }

        FillResult? current = Try(state);
        bool better = current is not null;
        while (better)
        {
            better = false;
            FillResult? next = null;
            int closing = -1;
            for (int mode = 0; mode < _model.Modes; mode++)
            {
                if (!_open[mode] || state[mode] == LagrangianBound.Open)
                {
                    continue;
                }

                _open[mode] = false;
                if (Try(state) is { } candidate && candidate.Cost <= current!.Cost && (next is null || candidate.Cost < next.Cost))
                {
                    next = candidate;
                    closing = mode;
                }

                _open[mode] = true;
            }

            if (next is not null)
            {
                current = next;
                _open[closing] = false;
                better = true;
            }
        }
    }

    private void Visit(sbyte[] state, long[] prices, int steps)
    {
        if (CannotFill(state))
        {
            return;
        }

        if (++_nodes > _maximumNodes)
        {
            _openBound = Math.Min(_openBound, _bound.Evaluate(prices, state, _gradient));
            return;
        }

        if (!Tighten(state, ref prices, steps, out int branch))
        {
            return;
        }

        if (branch < 0)
        {
            for (int mode = 0; mode < _model.Modes; mode++)
            {
                _open[mode] = state[mode] == LagrangianBound.Open;
            }

            Try(state);
            return;
        }

        if (state.Count(s => s == LagrangianBound.Open) < _model.MaximumSources)
        {
            sbyte[] used = [.. state];
            Use(used, branch);
            Visit(used, [.. prices], NodeSteps);
        }

        sbyte[] unused = [.. state];
        unused[branch] = LagrangianBound.Closed;
        Visit(unused, prices, NodeSteps);
    }

    // Raises the bound by subgradient steps; false when it reaches the best plan. The branch is the undecided mode that the best multipliers want most, -1 when all are decided.
    private bool Tighten(sbyte[] state, ref long[] prices, int steps, out int branch)
    {
        long best = long.MinValue;
        long[] bestPrices = prices;
        long[] current = [.. prices];
        double step = 1.0;
        int idle = 0;
        branch = -1;
        for (int i = 0; i < steps; i++)
        {
            long bound = _bound.Evaluate(current, state, _gradient);
            if (bound >= BestCost)
            {
                return false;
            }

            if (bound > best)
            {
                best = bound;
                bestPrices = [.. current];
                branch = Wanted(state);
                idle = 0;
                _bound.Picked.CopyTo(_open);
                Try(state);
                if (bound >= BestCost)
                {
                    return false;
                }
            }
            else if (++idle == 8)
            {
                step /= 2;
                idle = 0;
            }

            double norm = 0;
            foreach (long g in _gradient)
            {
                norm += (double)g * g;
            }

            if (norm == 0 || step < 0.001)
            {
                break;
            }

            double length = step * (BestCost - bound) / norm;
            for (int line = 0; line < current.Length; line++)
            {
                current[line] = Cap(line, (long)Math.Clamp(current[line] + (length * _gradient[line]), 0, BestCost));
            }
        }

        prices = bestPrices;
        return true;
    }

    // A price above the penalty would pay for filling what is cheaper left unfilled.
    private long Cap(int line, long price) => _model.Backorder[line] >= 0 ? Math.Min(price, _model.Backorder[line]) : price;

    private int Wanted(sbyte[] state)
    {
        int wanted = -1;
        for (int mode = 0; mode < state.Length; mode++)
        {
            if (state[mode] == LagrangianBound.Undecided && (wanted < 0 || _bound.Value(mode) < _bound.Value(wanted)))
            {
                wanted = mode;
            }
        }

        return wanted;
    }

    private void Use(sbyte[] state, int mode)
    {
        for (int other = 0; other < _model.Modes; other++)
        {
            if (_model.Source[other] == _model.Source[mode])
            {
                state[other] = LagrangianBound.Closed;
            }
        }

        state[mode] = LagrangianBound.Open;
    }

    // Too little stock for what must be filled, capacity aside.
    private bool CannotFill(sbyte[] state)
    {
        for (int sku = 0; sku < _model.Skus; sku++)
        {
            long missing = _required[sku];
            for (int mode = 0; mode < _model.Modes && missing > 0; mode++)
            {
                if (state[mode] != LagrangianBound.Closed && !CountedBefore(state, mode))
                {
                    missing -= Math.Min(missing, _model.Stock[_model.Source[mode]][sku]);
                }
            }

            if (missing > 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool CountedBefore(sbyte[] state, int mode)
    {
        for (int other = 0; other < mode; other++)
        {
            if (_model.Source[other] == _model.Source[mode] && state[other] != LagrangianBound.Closed)
            {
                return true;
            }
        }

        return false;
    }

    private FillResult? Try(sbyte[] state)
    {
        FillResult? result = _fill.Best(_open);
        if (result is null || result.Cost >= BestCost)
        {
            return result;
        }

        HashSet<int> sources = [];
        long unusedParcels = 0;
        for (int mode = 0; mode < _model.Modes; mode++)
        {
            bool used = Array.Exists(result.Units[mode], u => u > 0);
            if (used && !sources.Add(_model.Source[mode]))
            {
                return result;
            }

            if (!used && state[mode] == LagrangianBound.Open)
            {
                sources.Add(_model.Source[mode]);
                unusedParcels += _model.Parcel[mode];
            }
        }

        if (sources.Count <= _model.MaximumSources && result.Cost + unusedParcels < BestCost)
        {
            BestCost = result.Cost + unusedParcels;
            Best = result;
        }

        return result;
    }
}
