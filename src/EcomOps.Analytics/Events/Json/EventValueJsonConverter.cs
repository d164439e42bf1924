using System.Text.Json;
using System.Text.Json.Serialization;

namespace EcomOps.Analytics.Events.Json;

/// <summary>Writes an <see cref="EventValue"/> as a JSON text, number or boolean. Thread-safe.</summary>
public sealed class EventValueJsonConverter : JsonConverter<EventValue>
{
    /// <inheritdoc />
    public override EventValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => EventValue.Of(reader.GetString()!),
        JsonTokenType.Number when reader.TryGetDecimal(out decimal number) => EventValue.Of(number),
        JsonTokenType.True => EventValue.Of(true),
        JsonTokenType.False => EventValue.Of(false),
        _ => throw new JsonException("Expected a text, a decimal number or a boolean."),
    };

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, EventValue value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (value.Kind)
        {
            case EventValueKind.Number:
                writer.WriteNumberValue(value.Number);
                break;
            case EventValueKind.Flag:
                writer.WriteBooleanValue(value.IsTrue);
                break;
            default:
                writer.WriteStringValue(value.Text);
                break;
        }
    }
}
