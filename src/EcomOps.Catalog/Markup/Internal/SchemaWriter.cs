using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EcomOps.Catalog.Markup.Internal;

internal static class SchemaWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(SchemaObject root)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("@context", "https://schema.org");
            Members(writer, root);
            writer.WriteEndObject();
        }

        // A less-than sign can only stand inside a text: no text may close the script element or open a comment in it.
        return Encoding.UTF8.GetString(buffer.WrittenSpan)
            .Replace("</", "<\\/", StringComparison.Ordinal)
            .Replace("<!", "\\u003C!", StringComparison.Ordinal);
    }

    private static void Members(Utf8JsonWriter writer, SchemaObject value)
    {
        writer.WriteString("@type", value.Type);
        foreach ((string name, object member) in value.Members)
        {
            writer.WritePropertyName(name);
            Value(writer, member);
        }
    }

    private static void Value(Utf8JsonWriter writer, object member)
    {
        switch (member)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case SchemaObject inner:
                writer.WriteStartObject();
                Members(writer, inner);
                writer.WriteEndObject();
                break;
            case System.Collections.IEnumerable items:
                writer.WriteStartArray();
                foreach (object item in items)
                {
                    Value(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"No form for {member.GetType().Name}.");
        }
    }
}
