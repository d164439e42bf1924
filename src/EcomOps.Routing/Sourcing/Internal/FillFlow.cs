namespace EcomOps.Routing.Sourcing.Internal;

// Minimum-cost flow: origin -> line -> (source, SKU) -> source -> sink, and line -> sink for what stays unfilled. Successive shortest paths keep every flow cheapest for its value
// (Ahuja, Magnanti, Orlin, Network Flows, chapter 9), so the first full flow is an optimum.
internal sealed class FillFlow
{
    private readonly SourcingModel _model;
    private readonly int[] _lines;
    private readonly int[] _skus;
    private readonly List<int> _to = [];
    private readonly List<long> _room = [];
    private readonly List<long> _price = [];
    private readonly List<int>[] _out;
    private readonly List<(int Arc, int Mode, int Line)> _shipping = [];
    private readonly int[] _unfilledArc;
    private readonly int _sink;

    // Over some of the lines: all that share a SKU, or all lines where capacity binds them together.
    public FillFlow(SourcingModel model, ReadOnlySpan<bool> open, int[] lines)
    {
        _model = model;
        _lines = lines;
        _skus = [.. lines.Select(line => model.Sku[line]).Distinct()];
        int nodes = 1 + lines.Length + (model.Sources * _skus.Length) + model.Sources + 1;
        _sink = nodes - 1;
        _out = new List<int>[nodes];
        for (int node = 0; node < nodes; node++)
        {
            _out[node] = [];
        }

        _unfilledArc = new int[lines.Length];
        for (int i = 0; i < lines.Length; i++)
        {
            int line = lines[i];
            Arc(0, 1 + i, model.Quantity[line], 0);
            _unfilledArc[i] = model.Backorder[line] >= 0 ? Arc(1 + i, _sink, model.Quantity[line], model.Backorder[line]) : -1;
        }

        bool[] linked = new bool[model.Sources];
        for (int mode = 0; mode < model.Modes; mode++)
        {
            if (open[mode])
            {
                Link(mode, linked);
            }
        }
    }

    public bool Solve(long[][] units, long[] unfilled)
    {
        long wanted = _lines.Sum(line => _model.Quantity[line]);
        long[] distance = new long[_out.Length];
        int[] via = new int[_out.Length];
        while (wanted > 0)
        {
            if (!ShortestPath(distance, via))
            {
                return false;
            }

            long push = wanted;
            for (int node = _sink; node != 0; node = _to[via[node] ^ 1])
            {
                push = Math.Min(push, _room[via[node]]);
            }

            for (int node = _sink; node != 0; node = _to[via[node] ^ 1])
            {
                _room[via[node]] -= push;
                _room[via[node] ^ 1] += push;
            }

            wanted -= push;
        }

        foreach ((int arc, int mode, int line) in _shipping)
        {
            units[mode][line] = _room[arc ^ 1];
        }

        for (int i = 0; i < _lines.Length; i++)
        {
            unfilled[_lines[i]] = _unfilledArc[i] < 0 ? 0 : _room[_unfilledArc[i] ^ 1];
        }

        return true;
    }

    private void Link(int mode, bool[] linked)
    {
        int source = _model.Source[mode];
        for (int i = 0; i < _lines.Length; i++)
        {
            int line = _lines[i];
            if (_model.Available(mode, line) > 0)
            {
                _shipping.Add((Arc(1 + i, Shelf(source, Array.IndexOf(_skus, _model.Sku[line])), _model.Quantity[line], _model.Unit[mode][line]), mode, line));
            }
        }

        if (linked[source])
        {
            return;
        }

        linked[source] = true;
        int place = 1 + _lines.Length + (_model.Sources * _skus.Length) + source;
        for (int sku = 0; sku < _skus.Length; sku++)
        {
            Arc(Shelf(source, sku), place, _model.Stock[source][_skus[sku]], 0);
        }

        Arc(place, _sink, _model.Capacity[source], 0);
    }

    private int Shelf(int source, int sku) => 1 + _lines.Length + (source * _skus.Length) + sku;

    private int Arc(int from, int to, long room, long price)
    {
        int arc = _to.Count;
        _to.Add(to);
        _room.Add(room);
        _price.Add(price);
        _out[from].Add(arc);
        _to.Add(from);
        _room.Add(0);
        _price.Add(-price);
        _out[to].Add(arc + 1);
        return arc;
    }

    // Bellman-Ford with a queue: residual arcs have negative prices, but there is no negative cycle.
    private bool ShortestPath(long[] distance, int[] via)
    {
        Array.Fill(distance, long.MaxValue);
        bool[] waiting = new bool[distance.Length];
        Queue<int> queue = new();
        distance[0] = 0;
        queue.Enqueue(0);
        while (queue.TryDequeue(out int node))
        {
            waiting[node] = false;
            foreach (int arc in _out[node])
            {
                int next = _to[arc];
                if (_room[arc] > 0 && distance[node] + _price[arc] < distance[next])
                {
                    distance[next] = distance[node] + _price[arc];
                    via[next] = arc;
                    if (!waiting[next])
                    {
                        waiting[next] = true;
                        queue.Enqueue(next);
                    }
                }
            }
        }

        return distance[_sink] != long.MaxValue;
    }
}
