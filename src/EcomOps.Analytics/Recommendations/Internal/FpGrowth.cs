namespace EcomOps.Analytics.Recommendations.Internal;

// FP-growth on prefix trees in flat arrays; ranks count from the most frequent item.
internal sealed class FpGrowth
{
    private readonly int _minimum;
    private readonly int _maxLength;
    private readonly int[] _itemOfRank;
    private readonly List<(int[] Items, int Count)> _found = [];
    private readonly List<int> _suffix = [];

    private readonly int _mostSets;

    private FpGrowth(int minimum, int maxLength, int mostSets, int[] itemOfRank) => (_minimum, _maxLength, _mostSets, _itemOfRank) = (minimum, maxLength, mostSets, itemOfRank);

    private bool IsFull => _found.Count > _mostSets;

    // Null when there are more sets than asked for: wide baskets have more sets of a low support than any memory holds.
    public static List<(int[] Items, int Count)>? Mine(Baskets baskets, int minimum, int maxLength, int mostSets)
    {
        int[] frequent = [.. Enumerable.Range(0, baskets.Items.Count).Where(i => baskets.Counts[i] >= minimum).OrderByDescending(i => baskets.Counts[i]).ThenBy(i => i)];
        int[] rank = new int[baskets.Items.Count];
        Array.Fill(rank, -1);
        for (int r = 0; r < frequent.Length; r++)
        {
            rank[frequent[r]] = r;
        }

        var tree = new Tree(frequent.Length, baskets.Contents.Length + 1);
        int[] path = new int[frequent.Length];
        for (int b = 0; b < baskets.Count; b++)
        {
            int length = 0;
            for (int i = baskets.Starts[b]; i < baskets.Starts[b + 1]; i++)
            {
                if (rank[baskets.Contents[i]] is >= 0 and var r)
                {
                    path[length++] = r;
                }
            }

            Array.Sort(path, 0, length);
            tree.Add(path.AsSpan(0, length), 1);
        }

        var mining = new FpGrowth(minimum, maxLength, mostSets, frequent);
        mining.Grow(tree);
        return mining.IsFull ? null : mining._found;
    }

    private void Grow(Tree tree)
    {
        if (_suffix.Count >= _maxLength)
        {
            return;
        }

        int[] counts = new int[tree.Ranks];
        int[] path = new int[tree.Ranks];
        for (int rank = tree.Ranks - 1; rank >= 0 && !IsFull; rank--)
        {
            int total = tree.Totals[rank];
            if (total < _minimum)
            {
                continue;
            }

            _suffix.Add(_itemOfRank[rank]);
            int[] items = [.. _suffix];
            Array.Sort(items);
            _found.Add((items, total));
            if (rank > 0 && _suffix.Count < _maxLength)
            {
                Condition(tree, rank, counts, path);
            }

            _suffix.RemoveAt(_suffix.Count - 1);
        }
    }

    private void Condition(Tree tree, int rank, int[] counts, int[] path)
    {
        Array.Clear(counts, 0, rank);
        int nodes = 0;
        for (int node = tree.Heads[rank]; node != 0; node = tree.Next[node])
        {
            for (int up = tree.Parent[node]; up != 0; up = tree.Parent[up])
            {
                counts[tree.Rank[up]] += tree.Count[node];
                nodes++;
            }
        }

        bool any = false;
        for (int r = 0; r < rank; r++)
        {
            any |= counts[r] >= _minimum;
        }

        if (!any)
        {
            return;
        }

        var conditional = new Tree(rank, nodes + 1);
        for (int node = tree.Heads[rank]; node != 0; node = tree.Next[node])
        {
            int length = path.Length;
            for (int up = tree.Parent[node]; up != 0; up = tree.Parent[up])
            {
                if (counts[tree.Rank[up]] >= _minimum)
                {
                    path[--length] = tree.Rank[up];
                }
            }

            conditional.Add(path.AsSpan(length), tree.Count[node]);
        }

        Grow(conditional);
    }

    // Node 0 is the root; the children of a node hang in a list by Sibling.
    private sealed class Tree(int ranks, int capacity)
    {
        private readonly int[] _child = new int[capacity];
        private readonly int[] _sibling = new int[capacity];
        private int _nodes = 1;

        public int Ranks => ranks;

        public int[] Heads { get; } = new int[ranks];

        public int[] Totals { get; } = new int[ranks];

        public int[] Rank { get; } = new int[capacity];

        public int[] Parent { get; } = new int[capacity];

        public int[] Count { get; } = new int[capacity];

        public int[] Next { get; } = new int[capacity];

        public void Add(ReadOnlySpan<int> path, int count)
        {
            int at = 0;
            foreach (int rank in path)
            {
                int child = _child[at], previous = 0;
                while (child != 0 && Rank[child] != rank)
                {
                    previous = child;
                    child = _sibling[child];
                }

                if (child == 0)
                {
                    child = _nodes++;
                    Rank[child] = rank;
                    Parent[child] = at;
                    _sibling[child] = _child[at];
                    _child[at] = child;
                    Next[child] = Heads[rank];
                    Heads[rank] = child;
                }
                else if (previous != 0)
                {
                    // Children used lately come first.
                    _sibling[previous] = _sibling[child];
                    _sibling[child] = _child[at];
                    _child[at] = child;
                }

                Count[child] += count;
                Totals[rank] += count;
                at = child;
            }
        }
    }
}
