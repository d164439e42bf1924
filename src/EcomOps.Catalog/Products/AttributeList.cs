namespace EcomOps.Catalog.Products;

/// <summary>Several texts, or the codes of several selected options.</summary>
/// <param name="Items">Texts in order of importance.</param>
public sealed record AttributeList(IReadOnlyList<string> Items) : AttributeValue
{
    /// <inheritdoc />
    public override bool IsBlank => Items.All(string.IsNullOrWhiteSpace);

    /// <inheritdoc />
    public override IReadOnlyList<string> ToTexts() => Items;

    /// <inheritdoc />
    public bool Equals(AttributeList? other) => other is not null && Items.SequenceEqual(other.Items, StringComparer.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => Items.Aggregate(0, (hash, item) => HashCode.Combine(hash, item.GetHashCode(StringComparison.Ordinal)));
}
