namespace EcomOps.Inventory.Ledger.Internal;

// What is due is a claim, by its id, or a lot somewhere.
internal readonly record struct Due(long Ticks, object What);

internal sealed record LotDue(ItemState Item, string Lot, string Location);

// Holds and lots by the instant at which they stop counting. Entries may be stale; whoever takes one checks it against the state.
internal sealed class DueHeap
{
    private readonly List<Due> _nodes = [];

    public long Earliest => _nodes.Count == 0 ? long.MaxValue : _nodes[0].Ticks;

    public void Push(in Due due)
    {
        int i = _nodes.Count;
        _nodes.Add(due);
        while (i > 0 && _nodes[(i - 1) / 2].Ticks > due.Ticks)
        {
            _nodes[i] = _nodes[(i - 1) / 2];
            i = (i - 1) / 2;
        }

        _nodes[i] = due;
    }

    public Due Pop()
    {
        Due top = _nodes[0];
        Due last = _nodes[^1];
        _nodes.RemoveAt(_nodes.Count - 1);
        if (_nodes.Count > 0)
        {
            int i = 0;
            while (true)
            {
                int child = (2 * i) + 1;
                if (child >= _nodes.Count)
                {
                    break;
                }

                if (child + 1 < _nodes.Count && _nodes[child + 1].Ticks < _nodes[child].Ticks)
                {
                    child++;
                }

                if (_nodes[child].Ticks >= last.Ticks)
                {
                    break;
                }

                _nodes[i] = _nodes[child];
                i = child;
            }

            _nodes[i] = last;
        }

        return top;
    }

    // Everything due at or before an instant, without taking it: a subtree whose top is later is not entered.
    public void Visit(long ticks, Action<Due> visit, int node = 0)
    {
        if (node < _nodes.Count && _nodes[node].Ticks <= ticks)
        {
            visit(_nodes[node]);
            Visit(ticks, visit, (2 * node) + 1);
            Visit(ticks, visit, (2 * node) + 2);
        }
    }

    public void Clear() => _nodes.Clear();
}
