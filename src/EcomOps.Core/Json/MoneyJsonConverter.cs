using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EcomOps.Core.Json;

/// <summary>Writes <see cref="Money"/> as <c>{"amount":"12.50","currency":"EUR"}</c>; the amount is a text so that no reader turns it into a double. Thread-safe.</summary>
/// <remarks>On reading, <c>amount</c> may also be a JSON number, which is taken from its digits. Unknown or missing members are refused.</remarks>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    private const string Shape = "Expected {\"amount\":\"12.50\",\"currency\":\"EUR\"}.";

    /// <inheritdoc />
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException(Shape);
        }

        decimal? amount = null;
        Currency? currency = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "amount" when amount is null:
                    amount = ReadAmount(ref reader);
                    break;
                case "currency" when currency is null && reader.TokenType == JsonTokenType.String && Currency.TryFromCode(reader.GetString(), out Currency known):
                    currency = known;
                    break;
                default:
                    throw new JsonException(Shape);
            }
        }

        return reader.TokenType == JsonTokenType.EndObject && amount is { } a && currency is { } c ? new Money(a, c) : throw new JsonException(Shape);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("amount", value.Amount.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("currency", value.Currency.Code);
        writer.WriteEndObject();
    }

    private static decimal ReadAmount(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetDecimal(out decimal number) => number,
        JsonTokenType.String when decimal.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal text) => text,
        _ => throw new JsonException(Shape),
    };
}
