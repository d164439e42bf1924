using EcomOps.Core;

namespace EcomOps.Catalog.Products;

/// <summary>An amount of money, for example the manufacturer's list price.</summary>
/// <param name="Amount">The amount.</param>
public sealed record AttributeAmount(Money Amount) : AttributeValue
{
    /// <inheritdoc />
    public override IReadOnlyList<string> ToTexts() => [Amount.ToString()];
}
