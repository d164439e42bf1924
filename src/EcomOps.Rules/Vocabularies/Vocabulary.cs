using System.Diagnostics.CodeAnalysis;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.Vocabularies;

/// <summary>The facts that a family of rule sets may read: names, types, titles, units and what is known about them.</summary>
/// <remarks>
/// Immutable and thread-safe. Built by <see cref="Of{T}"/> over a type of the host's, or by <see cref="Create"/> for facts that come
/// as named values. <c>now</c> (timestamp) and <c>today</c> (date in the set's zone) are always there and cannot be declared.
/// </remarks>
public class Vocabulary
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    internal Vocabulary(VocabularyParts parts)
    {
        Name = parts.Name;
        MajorVersion = parts.MajorVersion;
        Title = parts.Title;
        Attributes = [.. parts.Attributes];
        Constraints = [.. parts.Constraints];
        for (int i = 0; i < Attributes.Count; i++)
        {
            if (!_index.TryAdd(Attributes[i].Path, i))
            {
                throw new ArgumentException($"Attribute '{Attributes[i].Path}' is declared twice in vocabulary '{Name}'.", nameof(parts));
            }
        }
    }

    /// <summary>Name, for example <c>payments.checkout</c>.</summary>
    public string Name { get; }

    /// <summary>Major version: it changes when an attribute is removed or changes its meaning.</summary>
    public int MajorVersion { get; }

    /// <summary>Title for people; empty for none.</summary>
    public string Title { get; }

    /// <summary>Name and major version as documents write them, <c>payments.checkout/3</c>.</summary>
    public string Reference => $"{Name}/{MajorVersion}";

    /// <summary>Attributes in the order declared.</summary>
    public IReadOnlyList<VocabularyAttribute> Attributes { get; }

    /// <summary>CEL conditions that every real input satisfies; the analysis relies on them, the evaluation does not.</summary>
    public IReadOnlyList<string> Constraints { get; }

    /// <summary>Type of the host's facts, or null for named values.</summary>
    public virtual Type? FactsType => null;

    /// <summary>Starts a vocabulary whose facts come as named values (<see cref="Facts"/>).</summary>
    /// <param name="name">Name.</param>
    /// <param name="majorVersion">Major version; 1 or more.</param>
    /// <returns>A builder.</returns>
    public static VocabularyBuilder Create(string name, int majorVersion = 1) => new(name, majorVersion);

    /// <summary>Starts a vocabulary over a type of the host's.</summary>
    /// <typeparam name="T">Type of the facts.</typeparam>
    /// <param name="name">Name.</param>
    /// <param name="majorVersion">Major version; 1 or more.</param>
    /// <returns>A builder.</returns>
    public static VocabularyBuilder<T> Of<T>(string name, int majorVersion = 1)
        where T : notnull => new(name, majorVersion);

    /// <summary>Finds an attribute.</summary>
    /// <param name="path">Dotted path.</param>
    /// <param name="attribute">The attribute.</param>
    /// <returns>Whether it is declared.</returns>
    public bool TryGet(string path, [NotNullWhen(true)] out VocabularyAttribute? attribute)
    {
        int index = IndexOf(path);
        attribute = index < 0 ? null : Attributes[index];
        return attribute is not null;
    }

    /// <summary>Name and version.</summary>
    /// <returns>As <see cref="Reference"/>.</returns>
    public override string ToString() => Reference;

    internal int IndexOf(string path) => _index.GetValueOrDefault(path, -1);
}
