using System.Text.Json;
using System.Text.Json.Serialization;

namespace EcomOps.Core.Json;

/// <summary>Writes a <see cref="Currency"/> as its ISO 4217 code. Thread-safe.</summary>
public sealed class CurrencyJsonConverter : JsonConverter<Currency>
{
    /// <inheritdoc />
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Currency.TryFromCode(reader.GetString(), out Currency currency)
            ? currency
            : throw new JsonException("Expected an ISO 4217 currency code such as \"EUR\".");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Code);
    }
}
