namespace EcomOps.Catalog.Products;

/// <summary>A typed fact about a product or variant.</summary>
/// <remarks>
/// Closed: <see cref="AttributeText"/>, <see cref="AttributeMeasure"/>, <see cref="AttributeAmount"/>, <see cref="AttributeDate"/>, <see cref="AttributeFlag"/>,
/// <see cref="AttributeList"/>. Immutable and thread-safe; equal by content.
/// </remarks>
public abstract record AttributeValue
{
    private protected AttributeValue()
    {
    }

    /// <summary>Whether there is nothing to show: blank text or an empty list. Such a value counts as absent.</summary>
    public virtual bool IsBlank => false;

    /// <summary>The texts that stand in a feed; several for a list.</summary>
    /// <returns>Invariant texts; amounts as <c>19.90 EUR</c>, dates as ISO 8601, flags as <c>yes</c> and <c>no</c>.</returns>
    public abstract IReadOnlyList<string> ToTexts();

    /// <summary>A text.</summary>
    /// <param name="text">Text.</param>
    public static implicit operator AttributeValue(string text) => new AttributeText(text);

    /// <summary>Same as the conversion, for languages without operators.</summary>
    /// <param name="text">Text.</param>
    public static AttributeValue FromString(string text) => new AttributeText(text);

    /// <summary>The texts, separated by commas.</summary>
    /// <returns>Text for people.</returns>
    public sealed override string ToString() => string.Join(", ", ToTexts());
}
