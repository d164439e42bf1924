using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Vocabularies;

/// <summary>Type of an attribute with what is known about its values.</summary>
/// <remarks>Equal by content; immutable and thread-safe.</remarks>
public sealed record AttributeType
{
    /// <summary>Family.</summary>
    public required AttributeKind Kind { get; init; }

    /// <summary>Digits after the point that a decimal or money can have, 0 to 28; null means not known.</summary>
    public int? Scale { get; init; }

    /// <summary>
    /// Smallest possible value, included, or null: <see cref="long"/>, <see cref="double"/>, <see cref="decimal"/> (also for money),
    /// <see cref="NodaTime.LocalDate"/>, <see cref="NodaTime.Instant"/> or <see cref="NodaTime.Duration"/> by kind.
    /// </summary>
    public IComparable? Minimum { get; init; }

    /// <summary>Largest possible value, included, or null; types as for <see cref="Minimum"/>.</summary>
    public IComparable? Maximum { get; init; }

    /// <summary>Texts of an enumeration; empty for other kinds.</summary>
    public ValueList<string> Values { get; init; } = [];

    /// <summary>Type of the items of a list or of the values of a map; null for other kinds.</summary>
    public AttributeType? Element { get; init; }

    /// <summary>Fields of a record; null for other kinds.</summary>
    public Vocabulary? Fields { get; init; }

    /// <summary>Most characters of a text or items of a list or map, for the cost estimate; default 256 characters or 100 items.</summary>
    public int? MaximumSize { get; init; }

    /// <summary>True or false.</summary>
    public static AttributeType Bool { get; } = new() { Kind = AttributeKind.Bool };

    /// <summary>Any integer.</summary>
    public static AttributeType Int { get; } = new() { Kind = AttributeKind.Int };

    /// <summary>Any double.</summary>
    public static AttributeType Double { get; } = new() { Kind = AttributeKind.Double };

    /// <summary>Any decimal.</summary>
    public static AttributeType Decimal { get; } = new() { Kind = AttributeKind.Decimal };

    /// <summary>Any amount of any currency.</summary>
    public static AttributeType Money { get; } = new() { Kind = AttributeKind.Money };

    /// <summary>Any text.</summary>
    public static AttributeType String { get; } = new() { Kind = AttributeKind.String };

    /// <summary>Any day.</summary>
    public static AttributeType Date { get; } = new() { Kind = AttributeKind.Date };

    /// <summary>Any instant.</summary>
    public static AttributeType Timestamp { get; } = new() { Kind = AttributeKind.Timestamp };

    /// <summary>Any elapsed time.</summary>
    public static AttributeType Duration { get; } = new() { Kind = AttributeKind.Duration };

    /// <summary>One of several texts.</summary>
    /// <param name="values">Texts; at least one, distinct.</param>
    /// <returns>The type.</returns>
    /// <exception cref="ArgumentException">There is no text or one occurs twice.</exception>
    public static AttributeType Enumeration(params IEnumerable<string> values)
    {
        ValueList<string> texts = values.ToValueList();
        return texts.Count > 0 && texts.Distinct(StringComparer.Ordinal).Count() == texts.Count
            ? new() { Kind = AttributeKind.Enum, Values = texts }
            : throw new ArgumentException("An enumeration needs distinct texts, at least one.", nameof(values));
    }

    /// <summary>A list.</summary>
    /// <param name="element">Type of the items.</param>
    /// <param name="maximumSize">Most items.</param>
    /// <returns>The type.</returns>
    public static AttributeType ListOf(AttributeType element, int? maximumSize = null) =>
        new() { Kind = AttributeKind.List, Element = element, MaximumSize = maximumSize };

    /// <summary>A map from text.</summary>
    /// <param name="element">Type of the values.</param>
    /// <param name="maximumSize">Most entries.</param>
    /// <returns>The type.</returns>
    public static AttributeType MapOf(AttributeType element, int? maximumSize = null) =>
        new() { Kind = AttributeKind.Map, Element = element, MaximumSize = maximumSize };

    /// <summary>The type as documents and messages write it.</summary>
    /// <returns>For example <c>decimal</c>, <c>list(string)</c> or <c>one of allow, block</c>.</returns>
    public override string ToString() => Kind switch
    {
        AttributeKind.Enum => "one of " + string.Join(", ", Values),
        AttributeKind.List => $"list({Element})",
        AttributeKind.Map => $"map(string, {Element})",
        AttributeKind.Record => Fields!.Name,
        _ => Kind.ToString().ToLowerInvariant(),
    };
}
