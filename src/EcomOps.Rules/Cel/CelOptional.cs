namespace EcomOps.Rules.Cel;

/// <summary>A value of CEL's optional type: a value, which may be null, or none.</summary>
/// <remarks>Immutable. Expressions compare optionals by content; here equality is by reference.</remarks>
public sealed class CelOptional
{
    private CelOptional(object? value, bool hasValue)
    {
        Value = value;
        HasValue = hasValue;
    }

    /// <summary>The optional without a value.</summary>
    public static CelOptional None { get; } = new(null, false);

    /// <summary>Whether there is a value.</summary>
    public bool HasValue { get; }

    /// <summary>The value; null when there is none.</summary>
    public object? Value { get; }

    /// <summary>An optional with a value.</summary>
    /// <param name="value">Value, of a type of the language.</param>
    /// <returns>The optional.</returns>
    public static CelOptional Of(object? value) => new(value, true);
}
