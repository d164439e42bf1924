namespace EcomOps.Inventory.Forecasting.Hierarchies.Internal;

// From the total down, each node gives its forecast to its children by the shares of their own forecasts.
internal sealed class ForecastProportions
{
    private readonly int _root;
    private readonly List<int>[] _children;

    public ForecastProportions(Hierarchy hierarchy, int root)
    {
        _root = root;
        int m = hierarchy.Groups.Count;
        int[][] sets = [.. hierarchy.Members, .. Enumerable.Range(0, hierarchy.Bottom.Count).Select(j => new[] { j })];
        _children = [.. sets.Select(_ => new List<int>())];
        // The largest come first; of two groups with the same members, the earlier is the parent. Each node hangs below the last
        // group that covered its series, which in a tree is the same group for all of them.
        var owner = new int[hierarchy.Bottom.Count];
        Array.Fill(owner, root);
        foreach (int node in Enumerable.Range(0, sets.Length).Where(i => i != root).OrderBy(i => -sets[i].Length).ThenBy(i => i))
        {
            int parent = owner[sets[node][0]];
            if (Array.Exists(sets[node], j => owner[j] != parent))
            {
                throw new ArgumentException($"Forecast proportions need a tree, but '{hierarchy.Nodes[node]}' crosses other groups; use historical proportions or MinT.", nameof(hierarchy));
            }

            _children[parent].Add(node);
            foreach (int j in node < m ? sets[node] : [])
            {
                owner[j] = node;
            }
        }
    }

    public double[] Split(double[] own)
    {
        var result = new double[own.Length];
        result[_root] = own[_root];
        var open = new Stack<int>([_root]);
        while (open.TryPop(out int parent))
        {
            double sum = _children[parent].Sum(c => own[c]);
            foreach (int child in _children[parent])
            {
                result[child] = result[parent] * (sum > 0 ? own[child] / sum : 1.0 / _children[parent].Count);
                open.Push(child);
            }
        }

        return result;
    }
}
