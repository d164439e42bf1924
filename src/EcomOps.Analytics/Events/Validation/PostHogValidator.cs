using System.Collections.Frozen;
using System.Text.Json;
using EcomOps.Analytics.Events.Validation.Internal;
using EcomOps.Core;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Analytics.Events.Validation;

/// <summary>Judges batches of PostHog's <c>/batch</c> without network. Pure and thread-safe; limits and sources stand in <see cref="CollectorLimits"/>.</summary>
public static class PostHogValidator
{
    // github.com/PostHog/posthog, plugin-server/src/worker/ingestion/person-state.ts; read 2026-11.
    private static readonly FrozenSet<string> AnyCase = new[] { "anonymous", "guest", "distinctid", "distinct_id", "id", "not_authenticated", "email", "undefined", "true", "false" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ThisCase = new[] { "[object Object]", "NaN", "None", "none", "null", "0" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How far ahead a time may lie before PostHog replaces it by its own.</summary>
    public static Duration FurthestAhead { get; } = Duration.FromHours(CollectorLimits.PostHogHoursAhead);

    /// <summary>Judges a batch.</summary>
    /// <param name="body">UTF-8 JSON <c>{"batch":[...]}</c>, with or without <c>api_key</c>.</param>
    /// <param name="now">Now, to warn of times ahead of it; null leaves that unjudged.</param>
    /// <returns>Findings.</returns>
    public static CollectorReport Validate(ReadOnlySpan<byte> body, Instant? now = null)
    {
        int bytes = body.Length;
        return BatchCheck.Run(body, (check, root) =>
        {
            check.Bound(string.Empty, "bytes in the request", bytes, CollectorLimits.PostHogBodyBytes);
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("batch", out JsonElement batch) || batch.ValueKind != JsonValueKind.Array)
            {
                check.Add("batch", ValidationCodes.ValueRequired, "batch_missing", "A request has the member batch with events.");
                return;
            }

            int index = 0;
            foreach (JsonElement e in batch.EnumerateArray())
            {
                Event(check, e, $"batch[{index++}]", now);
            }
        });
    }

    /// <summary>Whether PostHog takes a text for a placeholder that names nobody, such as <c>null</c> or <c>anonymous</c>, also between quotation marks.</summary>
    /// <param name="id">Text.</param>
    /// <returns>True for a placeholder or a blank text.</returns>
    public static bool IsPlaceholder(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        string bare = id.Length > 2 && id[0] == id[^1] && id[0] is '"' or '\'' ? id[1..^1] : id;
        return string.IsNullOrWhiteSpace(id) || AnyCase.Contains(bare) || ThisCase.Contains(bare);
    }

    private static void Event(BatchCheck check, JsonElement e, string path, Instant? now)
    {
        if (e.ValueKind != JsonValueKind.Object)
        {
            check.Add(path, ValidationCodes.ValueInvalid, "event_invalid", "An event is a JSON object.");
            return;
        }

        check.Bound(path, "bytes in the event", BatchCheck.Bytes(e), CollectorLimits.PostHogEventBytes);
        check.Required(e, "event", path + ".event");
        if (check.Required(e, "distinct_id", path + ".distinct_id") is { } id)
        {
            if (IsPlaceholder(id))
            {
                check.Add(path + ".distinct_id", ValidationCodes.ValueInvalid, "identity_placeholder", "The id is a placeholder that names nobody.");
            }

            check.Bound(path + ".distinct_id", "characters", Letters(id), CollectorLimits.PostHogDistinctId);
        }

        if (e.TryGetProperty("uuid", out JsonElement uuid) && (uuid.ValueKind != JsonValueKind.String || !Guid.TryParseExact(uuid.GetString(), "D", out _)))
        {
            check.Add(path + ".uuid", ValidationCodes.ValueInvalid, "uuid_invalid", "PostHog drops an event whose uuid is none; leave it out or send 32 hexadecimal digits with hyphens.");
        }

        if (e.TryGetProperty("properties", out JsonElement properties) && properties.ValueKind != JsonValueKind.Object)
        {
            check.Add(path + ".properties", ValidationCodes.ValueInvalid, "properties_invalid", "Properties are one JSON object.");
        }

        Time(check, e, path + ".timestamp", now);
        check.Personal(e, path);
    }

    private static void Time(BatchCheck check, JsonElement e, string path, Instant? now)
    {
        if (!e.TryGetProperty("timestamp", out JsonElement text))
        {
            return;
        }

        if (text.ValueKind != JsonValueKind.String || !OffsetDateTimePattern.ExtendedIso.Parse(text.GetString()!).TryGetValue(default, out OffsetDateTime time))
        {
            check.Add(path, ValidationCodes.ValueInvalid, "time_invalid", "The timestamp is ISO 8601 with an offset, for example 2026-11-26T12:00:00Z.");
        }
        else if (now is { } n && time.ToInstant() > n + FurthestAhead)
        {
            check.Add(path, ValidationCodes.ValueOutOfBounds, "time_out_of_range", $"PostHog replaces a time more than {CollectorLimits.PostHogHoursAhead} hours ahead by its own.", Severity.Warning);
        }
    }

    private static int Letters(string text)
    {
        int count = 0;
        foreach (char c in text)
        {
            count += char.IsLowSurrogate(c) ? 0 : 1;
        }

        return count;
    }
}
