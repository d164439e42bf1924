using EcomOps.Rules.Cel.Internal.Nodes;

namespace EcomOps.Rules.Cel.Internal.Compiling;

// Declared variables of a stand-alone program; it only keeps the ones that it reads.
internal sealed class BoundNames(IReadOnlyDictionary<string, CelType> declared) : Names
{
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);

    /// <summary>Names of the variables read, by slot.</summary>
    public IReadOnlyList<string> Variables => [.. _used.OrderBy(u => u.Value).Select(u => u.Key)];

    public override IEnumerable<string> All => declared.Keys;

    public override Expr? Find(string name)
    {
        if (!declared.TryGetValue(name, out CelType? type))
        {
            return null;
        }

        if (!_used.TryGetValue(name, out int slot))
        {
            _used[name] = slot = _used.Count;
        }

        return new Expr(new BindingNode(slot, name), type, 1);
    }

    public override bool IsGroup(string name) => declared.Keys.Any(n => n.Length > name.Length && n[name.Length] == '.' && n.StartsWith(name, StringComparison.Ordinal));
}
