namespace EcomOps.Rules.Documents;

/// <summary>A map of named literals in the order written; equality does not regard the order.</summary>
public sealed record MapValue : RuleValue
{
    private readonly Dictionary<string, RuleValue> _byName;

    /// <summary>Takes the members.</summary>
    /// <param name="members">Members in order; copied.</param>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public MapValue(IEnumerable<KeyValuePair<string, RuleValue>> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        Members = [.. members];
        _byName = new Dictionary<string, RuleValue>(Members, StringComparer.Ordinal);
    }

    /// <summary>A map without members.</summary>
    public static MapValue Empty { get; } = new([]);

    /// <summary>Members in the order written.</summary>
    public IReadOnlyList<KeyValuePair<string, RuleValue>> Members { get; }

    /// <summary>The member of a name, or null.</summary>
    /// <param name="name">Name, compared ordinally.</param>
    public RuleValue? this[string name] => _byName.GetValueOrDefault(name);

    /// <inheritdoc />
    public bool Equals(MapValue? other)
    {
        if (other is null || other.Members.Count != Members.Count)
        {
            return false;
        }

        foreach ((string name, RuleValue value) in Members)
        {
            if (!value.Equals(other[name]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc />
    public override int GetHashCode()
    {
        int hash = Members.Count;
        foreach ((string name, RuleValue value) in Members)
        {
            hash ^= HashCode.Combine(name, value);
        }

        return hash;
    }

    /// <inheritdoc />
    public override string ToString() => "{" + string.Join(", ", Members.Select(m => m.Key + ": " + m.Value)) + "}";
}
