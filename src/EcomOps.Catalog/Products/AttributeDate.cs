using NodaTime;
using NodaTime.Text;

namespace EcomOps.Catalog.Products;

/// <summary>A calendar day, for example the day of release.</summary>
/// <param name="Day">The day.</param>
public sealed record AttributeDate(LocalDate Day) : AttributeValue
{
    /// <inheritdoc />
    public override IReadOnlyList<string> ToTexts() => [LocalDatePattern.Iso.Format(Day)];
}
