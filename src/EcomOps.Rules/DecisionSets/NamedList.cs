using System.Collections.Frozen;
using EcomOps.Rules.Documents.Internal;

namespace EcomOps.Rules.DecisionSets;

/// <summary>A named, versioned list of texts that conditions ask: a block list, a VIP list, watched card ranges.</summary>
/// <remarks>Immutable and thread-safe. Keep hashes instead of personal data in it.</remarks>
public sealed class NamedList
{
    /// <summary>Takes the entries.</summary>
    /// <param name="name">Name in <c>list("name")</c>.</param>
    /// <param name="entries">Entries; compared ordinally, repeated ones count once.</param>
    /// <param name="version">Version that decisions record; null takes the first 12 digits of the SHA-256 of the sorted entries.</param>
    public NamedList(string name, IEnumerable<string> entries, string? version = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(entries);
        Name = name;
        Entries = entries.ToFrozenSet(StringComparer.Ordinal);
        Version = version ?? CanonicalJson.Hash(string.Join('\n', Entries.Order(StringComparer.Ordinal)))[..12];
    }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>Version.</summary>
    public string Version { get; }

    /// <summary>Entries without order.</summary>
    public IReadOnlySet<string> Entries { get; }

    /// <summary>Whether a text is in the list.</summary>
    /// <param name="text">Text, compared ordinally.</param>
    /// <returns>True when it is.</returns>
    public bool Contains(string text) => Entries.Contains(text);
}
