using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcomOps.Core;

namespace EcomOps.Analytics.Events.Validation;

/// <summary>Answer of a validator, in the shape of GA4's debug endpoint.</summary>
/// <param name="Messages">Findings in the order of the payload; empty when nothing is wrong.</param>
public sealed record CollectorReport(IReadOnlyList<CollectorMessage> Messages)
{
    /// <summary>Nothing wrong; one shared value.</summary>
    public static CollectorReport Clean { get; } = new([]);

    /// <summary>Whether there is no error; warnings may be there.</summary>
    public bool IsValid => !Messages.Any(m => m.Severity == Severity.Error);

    /// <summary>The report as JSON.</summary>
    /// <param name="extended">
    /// False for the plain shape <c>{"validationMessages":[{"fieldPath","description","validationCode"}]}</c> with errors only, since a client of the debug endpoint takes an empty
    /// list for valid; true for errors and warnings with <c>severity</c> and <c>rule</c>.
    /// </param>
    /// <returns>JSON without line breaks.</returns>
    public string ToJson(bool extended = false)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("validationMessages");
            foreach (CollectorMessage message in Messages.Where(m => extended || m.Severity == Severity.Error))
            {
                json.WriteStartObject();
                json.WriteString("fieldPath", message.FieldPath);
                json.WriteString("description", message.Description);
                json.WriteString("validationCode", message.ValidationCode);
                if (extended)
                {
                    json.WriteString("severity", message.Severity == Severity.Error ? "ERROR" : "WARNING");
                    json.WriteString("rule", message.Rule);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
