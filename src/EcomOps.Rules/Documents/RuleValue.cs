using System.Globalization;

namespace EcomOps.Rules.Documents;

/// <summary>A literal of a rule document: what YAML and JSON can write, before the outcome's type gives it a meaning.</summary>
/// <remarks>
/// Closed: <see cref="NullValue"/>, <see cref="BoolValue"/>, <see cref="NumberValue"/>, <see cref="TextValue"/>, <see cref="ListValue"/>,
/// <see cref="MapValue"/>. Equal by content, maps without regard to the order of members. Immutable and thread-safe.
/// </remarks>
public abstract record RuleValue
{
    private protected RuleValue()
    {
    }

    /// <summary>Takes a text.</summary>
    /// <param name="value">Text.</param>
    public static implicit operator RuleValue(string value) => new TextValue(value);

    /// <summary>Takes a truth value.</summary>
    /// <param name="value">Truth value.</param>
    public static implicit operator RuleValue(bool value) => new BoolValue(value);

    /// <summary>Takes a whole number.</summary>
    /// <param name="value">Number.</param>
    public static implicit operator RuleValue(long value) => new NumberValue(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Takes a decimal number.</summary>
    /// <param name="value">Number; a trailing zero after the point carries no meaning.</param>
    public static implicit operator RuleValue(decimal value) => new NumberValue(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Builds a map.</summary>
    /// <param name="members">Members; names must be distinct.</param>
    /// <returns>The map.</returns>
    public static MapValue Map(params (string Name, RuleValue Value)[] members) =>
        new(members.Select(m => KeyValuePair.Create(m.Name, m.Value)));

    /// <summary>Builds a list.</summary>
    /// <param name="items">Items in order.</param>
    /// <returns>The list.</returns>
    public static ListValue List(params RuleValue[] items) => new(items);
}
