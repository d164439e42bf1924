namespace EcomOps.Rules.Documents;

/// <summary>A list of literals.</summary>
public sealed record ListValue : RuleValue
{
    /// <summary>Takes the items.</summary>
    /// <param name="items">Items in order; copied.</param>
    public ListValue(IEnumerable<RuleValue> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        Items = [.. items];
    }

    /// <summary>Items in order.</summary>
    public IReadOnlyList<RuleValue> Items { get; }

    /// <inheritdoc />
    public bool Equals(ListValue? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (RuleValue item in Items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public override string ToString() => "[" + string.Join(", ", Items) + "]";
}
