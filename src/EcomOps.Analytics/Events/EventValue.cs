using System.Globalization;
using System.Text.Json.Serialization;
using EcomOps.Analytics.Events.Json;

namespace EcomOps.Analytics.Events;

/// <summary>Value of a property of the shop's own: text, decimal number or flag. <c>default</c> is the empty text.</summary>
[JsonConverter(typeof(EventValueJsonConverter))]
public readonly record struct EventValue
{
    private readonly string? _text;

    private EventValue(EventValueKind kind, string? text, decimal number) => (Kind, _text, Number) = (kind, text, number);

    /// <summary>Type.</summary>
    public EventValueKind Kind { get; }

    /// <summary>The text; the invariant notation of a number or flag.</summary>
    public string Text => Kind switch
    {
        EventValueKind.Number => Number.ToString(CultureInfo.InvariantCulture),
        EventValueKind.Flag => Number == 0 ? "false" : "true",
        _ => _text ?? string.Empty,
    };

    /// <summary>The number; 1 for true; 0 otherwise.</summary>
    public decimal Number { get; }

    /// <summary>Whether it is the flag true.</summary>
    public bool IsTrue => Kind == EventValueKind.Flag && Number != 0;

    /// <summary>A text.</summary>
    /// <param name="text">Text.</param>
    public static implicit operator EventValue(string text) => Of(text);

    /// <summary>A number.</summary>
    /// <param name="number">Number.</param>
    public static implicit operator EventValue(decimal number) => Of(number);

    /// <summary>A number.</summary>
    /// <param name="number">Number.</param>
    public static implicit operator EventValue(int number) => Of((decimal)number);

    /// <summary>A flag.</summary>
    /// <param name="flag">Flag.</param>
    public static implicit operator EventValue(bool flag) => Of(flag);

    /// <summary>A text.</summary>
    /// <param name="text">Text.</param>
    /// <returns>The value.</returns>
    public static EventValue Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(EventValueKind.Text, text, 0);
    }

    /// <summary>A number.</summary>
    /// <param name="number">Number.</param>
    /// <returns>The value.</returns>
    public static EventValue Of(decimal number) => new(EventValueKind.Number, null, number);

    /// <summary>A flag.</summary>
    /// <param name="flag">Flag.</param>
    /// <returns>The value.</returns>
    public static EventValue Of(bool flag) => new(EventValueKind.Flag, null, flag ? 1 : 0);

    /// <summary>The text.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
