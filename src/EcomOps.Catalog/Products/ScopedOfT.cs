using System.Diagnostics.CodeAnalysis;

namespace EcomOps.Catalog.Products;

/// <summary>A value that may differ by channel and locale.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <remarks>
/// The most specific value wins: channel and locale, then channel, then locale, then global. There is no fall-back from one language to
/// another, because a text in the wrong language is worse than a reported gap. Equal when the same scopes hold equal values, whatever
/// their order. Immutable and thread-safe.
/// </remarks>
public sealed class Scoped<T> : IEquatable<Scoped<T>>
    where T : notnull
{
    private readonly ScopedValue<T>[] _values;

    /// <summary>Takes values with their scopes.</summary>
    /// <param name="values">Values; each scope once.</param>
    /// <exception cref="ArgumentException">A scope comes twice.</exception>
    public Scoped(IEnumerable<ScopedValue<T>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = [.. values];
        for (int i = 1; i < _values.Length; i++)
        {
            ScopedValue<T> value = _values[i];
            if (Array.Exists(_values[..i], v => v.IsFor(value.Channel, value.Locale)))
            {
                throw new ArgumentException($"The scope (channel {value.Channel ?? "any"}, locale {value.Locale ?? "any"}) has two values; keep one.", nameof(values));
            }
        }
    }

    /// <summary>The values with their scopes, in the order given.</summary>
    public IReadOnlyList<ScopedValue<T>> Values => _values;

    /// <summary>Takes one value for every channel and locale.</summary>
    /// <param name="value">The value.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Scoped.Global is the named alternate.")]
    public static implicit operator Scoped<T>(T value) => Scoped.Global(value);

    /// <summary>Finds the value that holds in a place.</summary>
    /// <param name="channel">Channel, or null for a place outside all channels.</param>
    /// <param name="locale">Locale, or null when language does not matter.</param>
    /// <param name="value">The most specific value.</param>
    /// <returns>Whether a value holds there.</returns>
    public bool TryGet(string? channel, string? locale, [MaybeNullWhen(false)] out T value)
    {
        ScopedValue<T>? found = Find(channel, locale)
            ?? (locale is null ? null : Find(channel, null))
            ?? (channel is null ? null : Find(null, locale))
            ?? Find(null, null);
        value = found is null ? default : found.Value;
        return found is not null;
    }

    /// <summary>Adds or replaces the value of one scope.</summary>
    /// <param name="value">Value.</param>
    /// <param name="channel">Channel, or null for every channel.</param>
    /// <param name="locale">Locale, or null for every locale.</param>
    /// <returns>New values.</returns>
    public Scoped<T> With(T value, string? channel, string? locale) =>
        new([.. _values.Where(v => !v.IsFor(channel, locale)), new ScopedValue<T>(value, channel, locale)]);

    /// <inheritdoc />
    public bool Equals(Scoped<T>? other) =>
        other is not null && other._values.Length == _values.Length
        && Array.TrueForAll(_values, v => other.Find(v.Channel, v.Locale) is { } same && EqualityComparer<T>.Default.Equals(v.Value, same.Value));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Scoped<T>);

    /// <inheritdoc />
    public override int GetHashCode() => _values.Aggregate(_values.Length, (hash, v) => hash ^ EqualityComparer<T>.Default.GetHashCode(v.Value));

    /// <summary>The global value, or the number of scopes.</summary>
    /// <returns>Text for people.</returns>
    public override string ToString() => TryGet(null, null, out T? value) ? value.ToString() ?? string.Empty : $"{_values.Length} scoped values";

    private ScopedValue<T>? Find(string? channel, string? locale) => Array.Find(_values, v => v.IsFor(channel, locale));
}
