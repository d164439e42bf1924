namespace EcomOps.Catalog.Products;

/// <summary>A yes or no.</summary>
/// <param name="IsSet">Whether it is yes.</param>
public sealed record AttributeFlag(bool IsSet) : AttributeValue
{
    /// <inheritdoc />
    public override IReadOnlyList<string> ToTexts() => [IsSet ? "yes" : "no"];
}
