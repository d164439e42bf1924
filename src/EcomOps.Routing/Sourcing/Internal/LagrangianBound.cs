namespace EcomOps.Routing.Sourcing.Internal;

// Lower bounds: the demand of each line is priced (multiplier) instead of enforced, which leaves one small problem per source. Any multipliers give a valid bound, in whole numbers, so that
// rounding can't cut an optimum off; subgradient steps make it tight (Fisher, Management Science 27(1), 1981).
internal sealed class LagrangianBound
{
    public const sbyte Closed = -1;
    public const sbyte Undecided = 0;
    public const sbyte Open = 1;

    private readonly SourcingModel _model;
    private readonly long[] _value;
    private readonly long[][] _units;
    private readonly int[] _order;
    private readonly long[] _gain;
    private readonly long[] _shelf;
    private readonly bool[] _picked;

    public LagrangianBound(SourcingModel model)
    {
        _model = model;
        _value = new long[model.Modes];
        _units = new long[model.Modes][];
        for (int mode = 0; mode < model.Modes; mode++)
        {
            _units[mode] = new long[model.Lines];
        }

        _order = new int[model.Lines];
        _gain = new long[model.Lines];
        _shelf = new long[model.Skus];
        _picked = new bool[model.Modes];
    }

    // Modes that the last evaluation used.
    public ReadOnlySpan<bool> Picked => _picked;

    // Reduced value of a mode in the last evaluation; the most negative ones are the most wanted.
    public long Value(int mode) => _value[mode];

    public long Evaluate(long[] prices, sbyte[] state, long[] gradient)
    {
        long bound = 0;
        for (int line = 0; line < _model.Lines; line++)
        {
            bound += prices[line] * _model.Quantity[line];
            gradient[line] = _model.Quantity[line];
        }

        int forced = 0;
        for (int mode = 0; mode < _model.Modes; mode++)
        {
            _picked[mode] = false;
            if (state[mode] == Closed)
            {
                continue;
            }

            _value[mode] = _model.Parcel[mode] + Subproblem(mode, prices);
            if (state[mode] == Open)
            {
                forced++;
                _picked[mode] = true;
                bound += _value[mode];
            }
        }

        bound += PickUndecided(state, _model.MaximumSources - forced);
        for (int mode = 0; mode < _model.Modes; mode++)
        {
            for (int line = 0; _picked[mode] && line < _model.Lines; line++)
            {
                gradient[line] -= _units[mode][line];
            }
        }

        return bound;
    }

    // Most negative modes first, one per source, as many as may still be used.
    private long PickUndecided(sbyte[] state, int most)
    {
        long sum = 0;
        for (int count = 0; count < most; count++)
        {
            int best = -1;
            for (int mode = 0; mode < _model.Modes; mode++)
            {
                if (state[mode] == Undecided && !_picked[mode] && _value[mode] < 0 && (best < 0 || _value[mode] < _value[best]) && !SourcePicked(mode))
                {
                    best = mode;
                }
            }

            if (best < 0)
            {
                break;
            }

            _picked[best] = true;
            sum += _value[best];
        }

        return sum;
    }

    private bool SourcePicked(int mode)
    {
        for (int other = 0; other < _model.Modes; other++)
        {
            if (_picked[other] && _model.Source[other] == _model.Source[mode])
            {
                return true;
            }
        }

        return false;
    }

    // Most valuable units first, within stock and capacity: exact, because the two limits are nested.
    private long Subproblem(int mode, long[] prices)
    {
        int source = _model.Source[mode];
        long[] units = _units[mode];
        long[] cost = _model.Unit[mode];
        int count = 0;
        for (int line = 0; line < _model.Lines; line++)
        {
            units[line] = 0;
            if (cost[line] < prices[line] && _model.Available(mode, line) > 0)
            {
                _gain[count] = cost[line] - prices[line];
                _order[count++] = line;
            }
        }

        _gain.AsSpan(0, count).Sort(_order.AsSpan(0, count));

        _model.Stock[source].AsSpan(0, _model.Skus).CopyTo(_shelf);
        long room = _model.Capacity[source];
        long sum = 0;
        for (int i = 0; i < count && room > 0; i++)
        {
            int line = _order[i];
            long taken = Math.Min(Math.Min(_model.Quantity[line], _shelf[_model.Sku[line]]), room);
            _shelf[_model.Sku[line]] -= taken;
            room -= taken;
            units[line] = taken;
            sum += taken * (cost[line] - prices[line]);
        }

        return sum;
    }
}
