using System.Text.Json;
using System.Text.Json.Serialization;

namespace EcomOps.Core.Json;

/// <summary>Writes a <see cref="Sku"/> as its text, also as the name of a member. Thread-safe.</summary>
public sealed class SkuJsonConverter : JsonConverter<Sku>
{
    /// <inheritdoc />
    public override Sku Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()) : throw new JsonException("Expected a SKU as text.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Sku value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }

    /// <inheritdoc />
    public override Sku ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, Sku value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.Value);
    }

    private static Sku Parse(string? text) => Sku.IsValid(text)
        ? new Sku(text!)
        : throw new JsonException($"Expected a SKU of 1 to {Sku.MaximumLength} characters without control characters or white space at the ends.");
}
