using System.Text.Json.Serialization;
using EcomOps.Core.Json;

namespace EcomOps.Core;

/// <summary>Stock keeping unit: the shop's own code of one sellable variant.</summary>
/// <remarks>
/// Text of 1 to 64 characters without control characters and without white space at its ends; compared ordinally and
/// case-sensitively (normalise at import where a source mixes cases). <c>default</c> is the empty SKU, which no operation accepts.
/// Immutable and thread-safe.
/// </remarks>
[JsonConverter(typeof(SkuJsonConverter))]
public readonly record struct Sku : IComparable<Sku>
{
    /// <summary>Most characters that a SKU may have.</summary>
    public const int MaximumLength = 64;

    private readonly string? _value;

    /// <summary>Takes a code as it is.</summary>
    /// <param name="value">The code.</param>
    /// <exception cref="ArgumentException">The text is not a SKU; see the type's remarks.</exception>
    public Sku(string value)
    {
        if (!IsValid(value))
        {
            throw new ArgumentException($"'{value}' is not a SKU: use 1 to {MaximumLength} characters without control characters or white space at the ends.", nameof(value));
        }

        _value = value;
    }

    /// <summary>The code; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Whether this is <c>default</c>, the SKU of nothing.</summary>
    public bool IsEmpty => _value is null;

    /// <summary>Takes a code as it is.</summary>
    /// <param name="value">The code.</param>
    public static implicit operator Sku(string value) => new(value);

    /// <summary>Ordinal order.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator <(Sku left, Sku right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator >(Sku left, Sku right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator <=(Sku left, Sku right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator >=(Sku left, Sku right) => left.CompareTo(right) >= 0;

    /// <summary>Whether a text can be a SKU.</summary>
    /// <param name="value">Any text or null.</param>
    /// <returns>True when the constructor would accept it.</returns>
    public static bool IsValid(string? value)
    {
        if (string.IsNullOrEmpty(value) || value.Length > MaximumLength || char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]))
        {
            return false;
        }

        foreach (char c in value)
        {
            if (char.IsControl(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Same as the conversion, for languages without operators.</summary>
    /// <param name="value">The code.</param>
    public static Sku FromString(string value) => new(value);

    /// <inheritdoc />
    public bool Equals(Sku other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value is null ? 0 : string.GetHashCode(_value, StringComparison.Ordinal);

    /// <inheritdoc />
    public int CompareTo(Sku other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The code.</summary>
    /// <returns>The code.</returns>
    public override string ToString() => Value;
}
