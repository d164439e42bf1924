using System.Text.Json;
using EcomOps.Analytics.Events.Validation.Internal;

namespace EcomOps.Analytics.Events.Validation;

/// <summary>Judges batches of Amplitude's HTTP V2 without network. Pure and thread-safe; limits and sources stand in <see cref="CollectorLimits"/>.</summary>
public static class AmplitudeValidator
{
    /// <summary>Judges a batch.</summary>
    /// <param name="body">UTF-8 JSON <c>{"events":[...]}</c>, with or without <c>api_key</c>.</param>
    /// <returns>Findings.</returns>
    public static CollectorReport Validate(ReadOnlySpan<byte> body)
    {
        int bytes = body.Length;
        return BatchCheck.Run(body, (check, root) =>
        {
            check.Bound(string.Empty, "bytes in the request", bytes, CollectorLimits.AmplitudeBodyBytes);
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("events", out JsonElement events) || events.ValueKind != JsonValueKind.Array)
            {
                check.Add("events", ValidationCodes.ValueRequired, "events_missing", "A request has the member events.");
                return;
            }

            check.Bound("events", "events", events.GetArrayLength(), CollectorLimits.AmplitudeEvents);
            int index = 0;
            foreach (JsonElement e in events.EnumerateArray())
            {
                Event(check, e, $"events[{index++}]");
            }
        });
    }

    private static void Event(BatchCheck check, JsonElement e, string path)
    {
        if (e.ValueKind != JsonValueKind.Object)
        {
            check.Add(path, ValidationCodes.ValueInvalid, "event_invalid", "An event is a JSON object.");
            return;
        }

        check.Required(e, "event_type", path + ".event_type");
        bool hasUser = Id(check, e, "user_id", path), hasDevice = Id(check, e, "device_id", path);
        if (!hasUser && !hasDevice)
        {
            check.Add(path + ".user_id", ValidationCodes.ValueRequired, "id_missing", "An event needs user_id or device_id.");
        }

        if (e.TryGetProperty("time", out JsonElement time) && (time.ValueKind != JsonValueKind.Number || !time.TryGetInt64(out long milliseconds) || milliseconds < 0))
        {
            check.Add(path + ".time", ValidationCodes.ValueInvalid, "time_invalid", "The time is a whole number of milliseconds since 1970.");
        }

        check.Personal(e, path);
    }

    private static bool Id(BatchCheck check, JsonElement e, string member, string path)
    {
        if (!e.TryGetProperty(member, out JsonElement id) || id.ValueKind == JsonValueKind.Null)
        {
            return false;
        }

        if (id.ValueKind != JsonValueKind.String || id.GetString()!.Length < CollectorLimits.AmplitudeIdLength)
        {
            check.Add($"{path}.{member}", ValidationCodes.ValueInvalid, "id_too_short", $"{member} is a text of {CollectorLimits.AmplitudeIdLength} characters and more.");
        }

        return true;
    }
}
