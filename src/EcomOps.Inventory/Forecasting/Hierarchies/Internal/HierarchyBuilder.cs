namespace EcomOps.Inventory.Forecasting.Hierarchies.Internal;

// Resolves members that are groups down to bottom series, and collects everything that is wrong on the way.
internal sealed class HierarchyBuilder(string[] bottom, HierarchyGroup[] groups)
{
    private const int Deepest = 100;
    private readonly Dictionary<string, int> _series = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HierarchyGroup> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _resolved = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly List<string> _wrong = [];

    public Hierarchy Build(Func<string[], string[], int[][], Hierarchy> make)
    {
        Names();
        int[][] members = _wrong.Count == 0 ? [.. groups.Select(g => Resolve(g))] : [];
        return _wrong.Count == 0
            ? make(bottom, [.. groups.Select(g => g.Id)], members)
            : throw new ArgumentException("Not a hierarchy: " + string.Join(" ", _wrong));
    }

    private void Names()
    {
        if (bottom.Length == 0)
        {
            _wrong.Add("There is no series.");
        }

        for (int i = 0; i < bottom.Length; i++)
        {
            Check(bottom[i], !string.IsNullOrEmpty(bottom[i]) && _series.TryAdd(bottom[i], i));
        }

        foreach (HierarchyGroup group in groups)
        {
            Check(group.Id, !string.IsNullOrEmpty(group.Id) && !_series.ContainsKey(group.Id) && _groups.TryAdd(group.Id, group));
        }
    }

    private void Check(string id, bool good)
    {
        if (!good)
        {
            _wrong.Add(string.IsNullOrEmpty(id) ? "A node has no id." : $"The id '{id}' is used twice.");
        }
    }

    private int[] Resolve(HierarchyGroup group)
    {
        if (_resolved.TryGetValue(group.Id, out int[]? known))
        {
            return known;
        }

        if (!_open.Add(group.Id))
        {
            _wrong.Add($"The group '{group.Id}' contains itself.");
            return [];
        }

        if (_open.Count > Deepest)
        {
            _wrong.Add($"Groups are nested deeper than {Deepest}.");
            return [];
        }

        var members = new SortedSet<int>();
        foreach (string member in group.Members)
        {
            foreach (int index in One(group, member))
            {
                if (!members.Add(index))
                {
                    _wrong.Add($"'{bottom[index]}' counts twice in '{group.Id}'.");
                }
            }
        }

        if (group.Members.Count == 0)
        {
            _wrong.Add($"The group '{group.Id}' is empty.");
        }

        _open.Remove(group.Id);
        return _resolved[group.Id] = [.. members];
    }

    private int[] One(HierarchyGroup group, string member)
    {
        if (_series.TryGetValue(member, out int index))
        {
            return [index];
        }

        if (_groups.TryGetValue(member, out HierarchyGroup? inner))
        {
            return Resolve(inner);
        }

        _wrong.Add($"'{member}' in '{group.Id}' is neither a series nor a group.");
        return [];
    }
}
