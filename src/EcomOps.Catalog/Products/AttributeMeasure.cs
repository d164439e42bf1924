using System.Globalization;

namespace EcomOps.Catalog.Products;

/// <summary>A number with an optional unit.</summary>
/// <param name="Number">The number.</param>
/// <param name="Unit">Unit as the channel spells it, for example <c>cm</c>; null for a bare number.</param>
public sealed record AttributeMeasure(decimal Number, string? Unit = null) : AttributeValue
{
    /// <inheritdoc />
    public override IReadOnlyList<string> ToTexts()
    {
        string number = Number.ToString("0.############################", CultureInfo.InvariantCulture);
        return [Unit is null ? number : $"{number} {Unit}"];
    }
}
