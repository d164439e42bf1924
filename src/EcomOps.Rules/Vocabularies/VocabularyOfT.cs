using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.Vocabularies;

/// <summary>A vocabulary whose attributes are read from a type of the host's by delegates: no reflection, safe for ahead-of-time compilation.</summary>
/// <typeparam name="T">Type of the facts.</typeparam>
/// <remarks>Immutable and thread-safe as far as the delegates are; they must be pure.</remarks>
public sealed class Vocabulary<T> : Vocabulary
    where T : notnull
{
    internal Vocabulary(VocabularyParts parts, FactLoader<T>[] loaders)
        : base(parts) => Loaders = loaders;

    /// <inheritdoc />
    public override Type FactsType => typeof(T);

    internal FactLoader<T>[] Loaders { get; }
}
