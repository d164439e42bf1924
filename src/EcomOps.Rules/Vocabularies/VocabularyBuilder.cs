using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.Vocabularies;

/// <summary>Collects the attributes of a vocabulary whose facts come as named values.</summary>
/// <remarks>Not thread-safe; <see cref="Build"/> may be called more than once.</remarks>
public sealed class VocabularyBuilder
{
    private readonly VocabularyParts _parts;

    internal VocabularyBuilder(string name, int majorVersion) => _parts = new VocabularyParts(name, majorVersion);

    /// <summary>Sets the title for people.</summary>
    /// <param name="title">Title.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder Titled(string title)
    {
        _parts.Title = title;
        return this;
    }

    /// <summary>Declares an attribute.</summary>
    /// <param name="path">Dotted path.</param>
    /// <param name="type">Type.</param>
    /// <param name="title">Words for sentences.</param>
    /// <param name="unit">Unit of a number.</param>
    /// <param name="optional">Whether it may be absent.</param>
    /// <param name="fetched">Whether the host fetches it.</param>
    /// <param name="description">Meaning and source.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The path is no path, is reserved or collides with another.</exception>
    public VocabularyBuilder Attribute(
        string path, AttributeType type, string title = "", string unit = "", bool optional = false, bool fetched = false, string description = "")
    {
        Add(new VocabularyAttribute
        {
            Path = path,
            Type = type,
            Title = title,
            Unit = unit,
            IsOptional = optional,
            IsFetched = fetched,
            Description = description,
        });
        return this;
    }

    /// <summary>Declares attributes.</summary>
    /// <param name="attributes">Attributes; <see cref="VocabularyAttribute.Member"/> is ignored.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">A path is no path, is reserved or collides with another.</exception>
    public VocabularyBuilder Add(params IEnumerable<VocabularyAttribute> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        foreach (VocabularyAttribute attribute in attributes)
        {
            _parts.Add(attribute with { Member = null });
        }

        return this;
    }

    /// <summary>Adds what every real input satisfies.</summary>
    /// <param name="condition">CEL condition, for example <c>method != 'cash' || !authenticated</c>.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder Constraint(string condition)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(condition);
        _parts.Constraints.Add(condition);
        return this;
    }

    /// <summary>Makes the vocabulary.</summary>
    /// <returns>An immutable vocabulary.</returns>
    public Vocabulary Build() => new(_parts);
}
