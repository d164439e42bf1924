using System.Diagnostics.CodeAnalysis;
using EcomOps.Core;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.Vocabularies;

/// <summary>Facts as named values, checked against a vocabulary: what tests, recorded decisions and tools evaluate.</summary>
/// <remarks>Immutable and thread-safe. An attribute that is not given is absent when optional, unknown when fetched, and else an error of the rule that reads it.</remarks>
public sealed class Facts
{
    private Facts(Vocabulary vocabulary, FactSlot[] slots)
    {
        Vocabulary = vocabulary;
        Slots = slots;
    }

    /// <summary>The vocabulary.</summary>
    public Vocabulary Vocabulary { get; }

    internal FactSlot[] Slots { get; }

    /// <summary>The value of an attribute, or null when it is not given.</summary>
    /// <param name="path">Dotted path.</param>
    /// <returns>By kind: <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="decimal"/>, <see cref="Money"/>, <see cref="string"/>, NodaTime values, a list or a dictionary.</returns>
    public object? this[string path]
    {
        get
        {
            int index = Vocabulary.IndexOf(path);
            return index >= 0 && Slots[index].State == FactState.Present
                ? RecordValues.Box(Slots[index], Vocabulary.Attributes[index].Type.Kind)
                : null;
        }
    }

    /// <summary>Takes values by dotted path.</summary>
    /// <param name="vocabulary">Vocabulary.</param>
    /// <param name="values">Values by path; a null value means absent.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentException">A path is not declared or a value has another type.</exception>
    public static Facts Of(Vocabulary vocabulary, params (string Path, object? Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(values);
        FactSlot[] slots = Unset(vocabulary);
        foreach ((string path, object? value) in values)
        {
            int index = vocabulary.IndexOf(path);
            if (index < 0)
            {
                throw new ArgumentException($"'{path}' is not an attribute of {vocabulary}.", nameof(values));
            }

            VocabularyAttribute attribute = vocabulary.Attributes[index];
            slots[index] = FactValues.FromObject(attribute, value)
                ?? throw new ArgumentException($"'{path}' takes {attribute.Type}, not {value!.GetType().Name} {value}.", nameof(values));
        }

        return new Facts(vocabulary, slots);
    }

    /// <summary>Reads a document's map, nested or by dotted paths.</summary>
    /// <param name="vocabulary">Vocabulary.</param>
    /// <param name="values">The map.</param>
    /// <param name="facts">The facts, or null when there are issues.</param>
    /// <param name="issues">Everything that is wrong: <c>unknown_attribute</c>, <c>wrong_type</c>, with the path.</param>
    /// <param name="currency">ISO 4217 code of bare amounts, or null when money needs its currency.</param>
    /// <returns>Whether the map was read.</returns>
    public static bool TryRead(Vocabulary vocabulary, MapValue values, [NotNullWhen(true)] out Facts? facts, out IReadOnlyList<Issue> issues, string? currency = null)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(values);
        FactSlot[] slots = Unset(vocabulary);
        List<Issue> found = [];
        FactValues.Read(vocabulary, values, string.Empty, slots, found, currency);
        issues = found;
        facts = found.Count == 0 ? new Facts(vocabulary, slots) : null;
        return facts is not null;
    }

    /// <summary>Copies the facts with one more value, as a host does after a fetch.</summary>
    /// <param name="path">Dotted path.</param>
    /// <param name="value">Value; null means absent.</param>
    /// <returns>New facts.</returns>
    /// <exception cref="ArgumentException">The path is not declared or the value has another type.</exception>
    public Facts With(string path, object? value)
    {
        Facts one = Of(Vocabulary, (path, value));
        FactSlot[] slots = [.. Slots];
        int index = Vocabulary.IndexOf(path);
        slots[index] = one.Slots[index];
        return new Facts(Vocabulary, slots);
    }

    private static FactSlot[] Unset(Vocabulary vocabulary)
    {
        var slots = new FactSlot[vocabulary.Attributes.Count];
        for (int i = 0; i < slots.Length; i++)
        {
            VocabularyAttribute attribute = vocabulary.Attributes[i];
            slots[i].State = attribute.IsFetched ? FactState.Unknown : attribute.IsOptional ? FactState.Absent : FactState.Missing;
        }

        return slots;
    }
}
