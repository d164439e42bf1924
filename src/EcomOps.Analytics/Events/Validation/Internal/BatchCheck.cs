using System.Text.Json;
using EcomOps.Core;

namespace EcomOps.Analytics.Events.Validation.Internal;

/// <summary>What the validators of batch collectors share.</summary>
internal sealed class BatchCheck
{
    // Members that hold ids: sixteen digits of an id may pass for a card number by chance.
    private static readonly string[] Ids = ["order_id", "product_id", "sku", "session_id", "insert_id", "distinct_id", "$device_id", "device_id", "messageId", "anonymousId"];

    private readonly List<CollectorMessage> _messages = [];

    internal CollectorReport Report => _messages.Count == 0 ? CollectorReport.Clean : new CollectorReport(_messages);

    internal static CollectorReport Run(ReadOnlySpan<byte> body, Action<BatchCheck, JsonElement> judge)
    {
        BatchCheck check = new();
        try
        {
            Utf8JsonReader reader = new(body);
            using var document = JsonDocument.ParseValue(ref reader);
            if (reader.BytesConsumed < body.Length && body[(int)reader.BytesConsumed..].IndexOfAnyExcept(" \r\n\t"u8) >= 0)
            {
                check.Add(string.Empty, ValidationCodes.ValueInvalid, "json_invalid", "There is text behind the JSON value.");
            }

            judge(check, document.RootElement);
        }
        catch (JsonException problem)
        {
            check.Add(string.Empty, ValidationCodes.ValueInvalid, "json_invalid", $"The payload is not JSON: line {(problem.LineNumber ?? 0) + 1}, byte {(problem.BytePositionInLine ?? 0) + 1}.");
        }
        catch (InvalidOperationException)
        {
            check.Add(string.Empty, ValidationCodes.ValueInvalid, "text_invalid", "A text is not UTF-8 or holds half of a surrogate pair.");
        }

        return check.Report;
    }

    internal void Add(string path, string code, string rule, string description, Severity severity = Severity.Error) =>
        _messages.Add(new CollectorMessage(path, description, code, severity, rule));

    internal void Bound(string path, string what, int value, int most)
    {
        if (value > most)
        {
            Add(path, ValidationCodes.ValueOutOfBounds, "limit", $"{value} {what}, at most {most}.");
        }
    }

    /// <summary>The text of a member that must be there; null when it is not.</summary>
    internal string? Required(JsonElement parent, string member, string path, bool mayBeEmpty = false)
    {
        if (!parent.TryGetProperty(member, out JsonElement value) || value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && value.GetString()!.Length == 0 && !mayBeEmpty))
        {
            Add(path, ValidationCodes.ValueRequired, "member_missing", $"{member} is required.");
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        Add(path, ValidationCodes.ValueInvalid, "member_invalid", $"{member} is a text.");
        return null;
    }

    internal void Personal(JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    Personal(member.Value, $"{path}.{member.Name}");
                }

                break;
            case JsonValueKind.Array:
                int index = 0;
                foreach (JsonElement element in value.EnumerateArray())
                {
                    Personal(element, $"{path}[{index++}]");
                }

                break;
            case JsonValueKind.String when PersonalData.Find(value.GetString()) is not PersonalDataKind.None and var found:
                bool isId = found == PersonalDataKind.Card && Ids.Any(id => path.EndsWith(id, StringComparison.Ordinal));
                Add(path, ValidationCodes.PersonalData, "personal_data", $"The value looks like personal data ({found}); take it out.", isId ? Severity.Warning : Severity.Error);
                break;
        }
    }

    internal static int Bytes(JsonElement value) => System.Text.Encoding.UTF8.GetByteCount(value.GetRawText());
}
