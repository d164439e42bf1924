namespace EcomOps.Core;

/// <summary>An ISO 3166-1 alpha-2 country code.</summary>
/// <remarks>Two upper-case letters; only the form is checked, since codes come and go and shops use XK. <c>default</c> is no country. Immutable and thread-safe.</remarks>
public readonly record struct CountryCode
{
    private readonly string? _value;

    /// <summary>Takes a code.</summary>
    /// <param name="value">Two upper-case ASCII letters, for example <c>NL</c>.</param>
    /// <exception cref="ArgumentException">The text has another form.</exception>
    public CountryCode(string value)
    {
        if (!IsValid(value))
        {
            throw new ArgumentException($"'{value}' is not an ISO 3166-1 alpha-2 code; use two upper-case letters such as NL.", nameof(value));
        }

        _value = value;
    }

    /// <summary>The two letters; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Takes a code.</summary>
    /// <param name="value">Two upper-case letters.</param>
    public static implicit operator CountryCode(string value) => new(value);

    /// <summary>Same as the conversion, for languages without operators.</summary>
    /// <param name="value">Two upper-case letters.</param>
    public static CountryCode FromString(string value) => new(value);

    /// <summary>Whether a text has the form of a code.</summary>
    /// <param name="value">Any text or null.</param>
    /// <returns>True for two upper-case ASCII letters.</returns>
    public static bool IsValid(string? value) => value is { Length: 2 } && char.IsAsciiLetterUpper(value[0]) && char.IsAsciiLetterUpper(value[1]);

    /// <summary>The two letters.</summary>
    /// <returns>The code.</returns>
    public override string ToString() => Value;
}
