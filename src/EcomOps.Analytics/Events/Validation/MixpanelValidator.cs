using System.Collections.Frozen;
using System.Text.Json;
using EcomOps.Analytics.Events.Validation.Internal;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Events.Validation;

/// <summary>Judges batches of Mixpanel's <c>/import</c> without network. Pure and thread-safe; limits and sources stand in <see cref="CollectorLimits"/>.</summary>
public static class MixpanelValidator
{
    // docs.mixpanel.com/troubleshooting/errors/400-bad-request names some of them, 2026-11; the others are unverified.
    private static readonly FrozenSet<string> Placeholders = new[]
    {
        "00000000-0000-0000-0000-000000000000", "anon", "anonymous", "nil", "none", "null", "n/a", "na", "undefined", "unknown", "0", "-1", "true", "false", "[]", "{}",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Earliest time that Mixpanel takes, inclusive.</summary>
    public static Instant Earliest { get; } = Instant.FromUtc(1971, 1, 1, 0, 0);

    /// <summary>Judges a batch.</summary>
    /// <param name="body">UTF-8 JSON array of events.</param>
    /// <param name="now">Now, to refuse events more than an hour ahead; null leaves that unjudged.</param>
    /// <returns>Findings.</returns>
    public static CollectorReport Validate(ReadOnlySpan<byte> body, Instant? now = null)
    {
        int bytes = body.Length;
        return BatchCheck.Run(body, (check, root) =>
        {
            check.Bound(string.Empty, "bytes in the request", bytes, CollectorLimits.MixpanelBodyBytes);
            if (root.ValueKind != JsonValueKind.Array)
            {
                check.Add(string.Empty, ValidationCodes.ValueInvalid, "body_invalid", "The body is a JSON array of events.");
                return;
            }

            check.Bound(string.Empty, "events", root.GetArrayLength(), CollectorLimits.MixpanelEvents);
            int index = 0;
            foreach (JsonElement e in root.EnumerateArray())
            {
                Event(check, e, $"[{index++}]", now);
            }
        });
    }

    /// <summary>Whether Mixpanel takes a text as <c>$insert_id</c>: letters, digits and hyphens, at most 36, and no placeholder.</summary>
    /// <param name="id">Text.</param>
    /// <returns>True when it does.</returns>
    public static bool IsInsertId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Length is > 0 and <= CollectorLimits.MixpanelInsertId && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && !Placeholders.Contains(id);
    }

    private static void Event(BatchCheck check, JsonElement e, string path, Instant? now)
    {
        if (e.ValueKind != JsonValueKind.Object)
        {
            check.Add(path, ValidationCodes.ValueInvalid, "event_invalid", "An event is a JSON object.");
            return;
        }

        check.Bound(path, "bytes in the event", BatchCheck.Bytes(e), CollectorLimits.MixpanelEventBytes);
        check.Required(e, "event", path + ".event");
        if (!e.TryGetProperty("properties", out JsonElement properties) || properties.ValueKind != JsonValueKind.Object)
        {
            check.Add(path + ".properties", ValidationCodes.ValueRequired, "properties_missing", "An event needs properties.");
            return;
        }

        path += ".properties";
        if (check.Required(properties, "$insert_id", path + ".$insert_id") is { } insertId && !IsInsertId(insertId))
        {
            check.Add(path + ".$insert_id", ValidationCodes.ValueInvalid, "insert_id_invalid", $"Letters, digits and hyphens, at most {CollectorLimits.MixpanelInsertId}, and no placeholder.");
        }

        if (check.Required(properties, "distinct_id", path + ".distinct_id", mayBeEmpty: true) is { } id && Placeholders.Contains(id))
        {
            check.Add(path + ".distinct_id", ValidationCodes.ValueInvalid, "identity_placeholder", "The id is a placeholder; send the empty text when there is no user.");
        }

        Time(check, properties, path + ".time", now);
        Sizes(check, properties, path);
        check.Personal(properties, path);
    }

    private static void Time(BatchCheck check, JsonElement properties, string path, Instant? now)
    {
        if (!properties.TryGetProperty("time", out JsonElement value) || value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out long time))
        {
            check.Add(path, ValidationCodes.ValueRequired, "time_missing", "The time is a whole number of seconds or milliseconds since 1970.");
            return;
        }

        // Ten digits of seconds reach the year 2286; eleven and more are milliseconds.
        long milliseconds = Math.Abs(time) < 10_000_000_000 ? time * 1000 : time;
        if (milliseconds < Earliest.ToUnixTimeMilliseconds() || (now is { } n && milliseconds > n.ToUnixTimeMilliseconds() + 3_600_000))
        {
            check.Add(path, ValidationCodes.ValueOutOfBounds, "time_out_of_range", "The time is 1971 or later and at most one hour ahead.");
        }
    }

    private static void Sizes(BatchCheck check, JsonElement value, string path)
    {
        int count = 0;
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                count++;
                Sizes(check, member.Value, $"{path}.{member.Name}");
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement element in value.EnumerateArray())
            {
                Sizes(check, element, $"{path}[{count++}]");
            }
        }

        else if (value.ValueKind == JsonValueKind.String && value.GetString()!.Length > CollectorLimits.MixpanelText)
        {
            check.Add(path, ValidationCodes.ValueOutOfBounds, "text_cut", $"Mixpanel keeps {CollectorLimits.MixpanelText} characters of a text.", Severity.Warning);
        }

        check.Bound(path, "members", count, CollectorLimits.MixpanelProperties);
    }
}
