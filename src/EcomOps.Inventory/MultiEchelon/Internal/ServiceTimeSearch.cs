namespace EcomOps.Inventory.MultiEchelon.Internal;

internal sealed class ServiceTimeSearch
{
    private readonly ServiceStage[] _stages;
    private readonly Dictionary<int, int> _index;
    private readonly List<int>[] _suppliers;
    private readonly List<int>[] _customers;
    private readonly double[] _deviation;
    private readonly int[] _longest;
    private readonly int[] _outbound;
    private readonly int[] _inbound;

    public ServiceTimeSearch(ServiceStage[] stages)
    {
        _stages = stages;
        int n = stages.Length;
        _index = stages.Select((s, i) => (s.Stage, i)).ToDictionary(p => p.Stage, p => p.i);
        _suppliers = [.. stages.Select(s => s.Predecessors.Select(p => _index[p]).ToList())];
        _customers = [.. Enumerable.Range(0, n).Select(_ => new List<int>())];
        for (int i = 0; i < n; i++)
        {
            _suppliers[i].ForEach(s => _customers[s].Add(i));
        }

        _deviation = new double[n];
        _longest = new int[n];
        _outbound = new int[n];
        _inbound = new int[n];
        var variance = new double?[n];
        var longest = new int?[n];
        for (int i = 0; i < n; i++)
        {
            _deviation[i] = Math.Sqrt(Variance(i, variance));
            _longest[i] = Longest(i, longest);
        }
    }

    public static bool IsConnected(ServiceStage[] stages)
    {
        var seen = new HashSet<int> { stages[0].Stage };
        bool grew = true;
        while (grew)
        {
            grew = false;
            foreach (ServiceStage stage in stages)
            {
                if (seen.Contains(stage.Stage) || stage.Predecessors.Any(seen.Contains))
                {
                    int before = seen.Count;
                    seen.UnionWith([stage.Stage, .. stage.Predecessors]);
                    grew |= seen.Count > before;
                }
            }
        }

        return seen.Count == stages.Length;
    }

    public ServiceTimes Best()
    {
        double[] root = Table(0, -1, bySupply: true);
        int inbound = Array.IndexOf(root, root.Min());
        Assign(0, -1, inbound, null);
        Dictionary<int, int> times = _stages.Select((s, i) => (s.Stage, Time: _outbound[i])).ToDictionary(p => p.Stage, p => p.Time);
        return new ServiceTimes(times, CostOf(times)!.Value);
    }

    public double? CostOf(IReadOnlyDictionary<int, int> times)
    {
        double cost = 0;
        for (int i = 0; i < _stages.Length; i++)
        {
            int inbound = _suppliers[i].Select(s => times[_stages[s].Stage]).Append(_stages[i].InboundServiceTime).Max();
            double stage = Cost(i, inbound, times[_stages[i].Stage]);
            if (double.IsInfinity(stage))
            {
                return null;
            }

            cost += stage;
        }

        return cost;
    }

    private double Cost(int i, int inbound, int outbound)
    {
        ServiceStage stage = _stages[i];
        int exposed = inbound + stage.ProcessingTime - outbound;
        bool late = stage.DemandDeviation is not null && outbound > stage.OutboundServiceTime;
        return exposed < 0 || outbound < 0 || late || inbound < stage.InboundServiceTime
            ? double.PositiveInfinity
            : stage.HoldingCost * stage.DemandBound * _deviation[i] * Math.Sqrt(exposed);
    }

    // Cost of the part of the tree behind i, as seen from a parent: by the stage's inbound time (bySupply) or its outbound time.
    private double[] Table(int i, int parent, bool bySupply)
    {
        var (supply, demand) = Parts(i, parent);
        var table = new double[bySupply ? _longest[i] - _stages[i].ProcessingTime + 1 : _longest[i] + 1];
        Array.Fill(table, double.PositiveInfinity);
        for (int si = 0; si <= _longest[i] - _stages[i].ProcessingTime; si++)
        {
            for (int s = 0; s <= Math.Min(_longest[i], si + _stages[i].ProcessingTime); s++)
            {
                int key = bySupply ? si : s;
                table[key] = Math.Min(table[key], Cost(i, si, s) + supply[si] + demand[s]);
            }
        }

        return table;
    }

    // Best cost of the neighbours other than the parent, for each inbound and each outbound time of i.
    private (double[] Supply, double[] Demand) Parts(int i, int parent)
    {
        var supply = new double[_longest[i] - _stages[i].ProcessingTime + 1];
        var demand = new double[_longest[i] + 1];
        foreach (int j in _suppliers[i].Where(j => j != parent))
        {
            double[] table = Cached(j, i, bySupply: false);
            double best = double.PositiveInfinity;
            for (int si = 0; si < supply.Length; si++)
            {
                best = si < table.Length ? Math.Min(best, table[si]) : best;
                supply[si] += best;
            }
        }

        foreach (int k in _customers[i].Where(k => k != parent))
        {
            double[] table = Cached(k, i, bySupply: true);
            double best = double.PositiveInfinity;
            for (int s = Math.Max(table.Length, demand.Length) - 1; s >= 0; s--)
            {
                best = s < table.Length ? Math.Min(best, table[s]) : best;
                if (s < demand.Length)
                {
                    demand[s] += best;
                }
            }
        }

        return (supply, demand);
    }

    private readonly Dictionary<(int, int), double[]> _tables = [];

    private double[] Cached(int i, int parent, bool bySupply)
    {
        if (!_tables.TryGetValue((i, parent), out double[]? table))
        {
            _tables[(i, parent)] = table = Table(i, parent, bySupply);
        }

        return table;
    }

    // Walks back down: fixes the times of i given a choice for one side, then those of its neighbours.
    private void Assign(int i, int parent, int? inbound, int? outbound)
    {
        var (supply, demand) = Parts(i, parent);
        double best = double.PositiveInfinity;
        for (int si = inbound ?? 0; si <= (inbound ?? (_longest[i] - _stages[i].ProcessingTime)); si++)
        {
            for (int s = outbound ?? 0; s <= (outbound ?? Math.Min(_longest[i], si + _stages[i].ProcessingTime)); s++)
            {
                double cost = Cost(i, si, s) + supply[si] + demand[s];
                if (cost < best)
                {
                    (best, _inbound[i], _outbound[i]) = (cost, si, s);
                }
            }
        }

        foreach (int j in _suppliers[i].Where(j => j != parent))
        {
            double[] table = Cached(j, i, bySupply: false);
            int s = Enumerable.Range(0, Math.Min(_inbound[i] + 1, table.Length)).MinBy(x => table[x]);
            Assign(j, i, null, s);
        }

        foreach (int k in _customers[i].Where(k => k != parent))
        {
            double[] table = Cached(k, i, bySupply: true);
            int si = Enumerable.Range(_outbound[i], table.Length - _outbound[i]).MinBy(x => table[x]);
            Assign(k, i, si, null);
        }
    }

    private double Variance(int i, double?[] known) => known[i] ??= (_stages[i].DemandDeviation is { } own ? own * own : 0) + _customers[i].Sum(k => Variance(k, known));

    private int Longest(int i, int?[] known) => known[i] ??= _stages[i].ProcessingTime
        + _suppliers[i].Select(s => Longest(s, known)).Append(_stages[i].InboundServiceTime).Max();
}
