namespace EcomOps.Catalog.Products;

/// <summary>A text, or the code of a selected option.</summary>
/// <param name="Text">The text.</param>
public sealed record AttributeText(string Text) : AttributeValue
{
    /// <inheritdoc />
    public override bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <inheritdoc />
    public override IReadOnlyList<string> ToTexts() => [Text];
}
