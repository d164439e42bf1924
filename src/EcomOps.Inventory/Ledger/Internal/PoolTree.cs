using EcomOps.Core;
using EcomOps.Inventory.Locations;

namespace EcomOps.Inventory.Ledger.Internal;

// Locations and pools as a forest: each node knows the pool around it. Replaced as a whole when something is defined, so readers need no lock.
internal sealed class PoolTree
{
    public const int Root = 0;

    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);

    public PoolTree(IReadOnlyList<StockLocation> locations, IReadOnlyList<StockPool> pools)
    {
        Locations = locations;
        Pools = pools;
        var members = new List<HashSet<string>> { locations.Where(l => l.SellsOnline).Select(l => l.Code).ToHashSet(StringComparer.Ordinal) };
        _nodes.Add(StockPool.Everything, Root);
        foreach (StockPool pool in pools)
        {
            _nodes.Add(pool.Name, members.Count);
            members.Add(pool.Locations.ToHashSet(StringComparer.Ordinal));
        }

        foreach (StockLocation location in locations)
        {
            _nodes.Add(location.Code, members.Count);
            members.Add([location.Code]);
        }

        Parents = new int[members.Count];
        for (int node = 0; node < members.Count; node++)
        {
            // The smallest set that contains this one; of equal sets the earlier one lies outside.
            Parents[node] = Enumerable.Range(0, members.Count)
                .Where(other => other != node && members[node].IsSubsetOf(members[other]) && (members[other].Count > members[node].Count || other < node))
                .OrderBy(other => members[other].Count).ThenByDescending(other => other)
                .FirstOrDefault(-1);
        }

        InPickOrder = [.. locations.OrderBy(l => l.PickOrder).ThenBy(l => l.Code, StringComparer.Ordinal)];
    }

    public IReadOnlyList<StockLocation> Locations { get; }

    public IReadOnlyList<StockPool> Pools { get; }

    public IReadOnlyList<StockLocation> InPickOrder { get; }

    public int[] Parents { get; }

    public int Count => Parents.Length;

    public bool TryFind(string name, out int node)
    {
        node = Root;
        return name is StockPool.Everything || _nodes.TryGetValue(name, out node);
    }

    public int NodeOf(string name) => name is StockPool.Everything ? Root : _nodes[name];

    public StockLocation? Location(string code)
    {
        foreach (StockLocation location in Locations)
        {
            if (location.Code == code)
            {
                return location;
            }
        }

        return null;
    }

    // Whether the node is the pool or lies inside it.
    public bool IsWithin(int node, int pool)
    {
        for (; node >= 0; node = Parents[node])
        {
            if (node == pool)
            {
                return true;
            }
        }

        return false;
    }

    public static IEnumerable<Issue> Check(StockPool pool, PoolTree tree)
    {
        if (string.IsNullOrWhiteSpace(pool.Name) || pool.Name == StockPool.Everything || tree.Location(pool.Name) is not null || pool.Name.StartsWith('@'))
        {
            yield return new("pool_name_taken", "name", $"'{pool.Name}' cannot name a pool; choose a name that is neither blank, '*', a location's code nor starts with '@'.");
        }

        if (pool.Locations.Count == 0)
        {
            yield return new("pool_empty", "locations", "Name at least one location.");
        }

        foreach (string code in pool.Locations.Where(code => tree.Location(code) is null))
        {
            yield return new("unknown_location", "locations", $"'{code}' is not a location; define it first.");
        }

        var own = pool.Locations.ToHashSet(StringComparer.Ordinal);
        IEnumerable<StockPool> others = tree.Pools.Where(p => p.Name != pool.Name)
            .Append(new StockPool(StockPool.Everything, [.. tree.Locations.Where(l => l.SellsOnline).Select(l => l.Code)]));
        foreach (StockPool other in others)
        {
            if (own.Overlaps(other.Locations) && !own.IsSubsetOf(other.Locations) && !own.IsSupersetOf(other.Locations))
            {
                yield return new("pools_cross", "locations", $"'{pool.Name}' and '{other.Name}' share some locations, yet neither contains the other; make them nest or disjoint.");
            }
        }
    }
}
