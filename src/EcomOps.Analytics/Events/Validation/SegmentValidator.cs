using System.Text.Json;
using EcomOps.Analytics.Events.Validation.Internal;

namespace EcomOps.Analytics.Events.Validation;

/// <summary>Judges batches of Segment and RudderStack without network. Pure and thread-safe; limits and sources stand in <see cref="CollectorLimits"/>.</summary>
public static class SegmentValidator
{
    /// <summary>Judges a batch.</summary>
    /// <param name="body">UTF-8 JSON <c>{"batch":[...]}</c>.</param>
    /// <returns>Findings.</returns>
    public static CollectorReport Validate(ReadOnlySpan<byte> body)
    {
        int bytes = body.Length;
        return BatchCheck.Run(body, (check, root) =>
        {
            check.Bound(string.Empty, "bytes in the batch", bytes, CollectorLimits.SegmentBatchBytes);
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("batch", out JsonElement batch) || batch.ValueKind != JsonValueKind.Array)
            {
                check.Add("batch", ValidationCodes.ValueRequired, "batch_missing", "A request has the member batch with messages.");
                return;
            }

            check.Bound("batch", "events", batch.GetArrayLength(), CollectorLimits.SegmentEvents);
            int index = 0;
            foreach (JsonElement message in batch.EnumerateArray())
            {
                Message(check, message, $"batch[{index++}]");
            }
        });
    }

    private static void Message(BatchCheck check, JsonElement message, string path)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            check.Add(path, ValidationCodes.ValueInvalid, "message_invalid", "A message is a JSON object.");
            return;
        }

        check.Bound(path, "bytes in the message", BatchCheck.Bytes(message), CollectorLimits.SegmentMessageBytes);
        string? type = check.Required(message, "type", path + ".type");
        if (type is not (null or "track" or "identify" or "page" or "screen" or "group" or "alias"))
        {
            check.Add(path + ".type", ValidationCodes.ValueInvalid, "type_unknown", "The type is track, identify, page, screen, group or alias.");
        }

        check.Required(message, "messageId", path + ".messageId");
        if (!message.TryGetProperty("userId", out _) && !message.TryGetProperty("anonymousId", out _))
        {
            check.Add(path + ".userId", ValidationCodes.ValueRequired, "id_missing", "A message needs userId or anonymousId.");
        }

        if (type == "track")
        {
            check.Required(message, "event", path + ".event");
        }

        check.Personal(message, path);
    }
}
