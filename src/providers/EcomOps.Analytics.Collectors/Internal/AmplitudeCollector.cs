using System.Text;
using System.Text.Json;
using EcomOps.Analytics.Events.Delivery;
using EcomOps.Analytics.Events.Projections;

namespace EcomOps.Analytics.Collectors.Internal;

/// <summary>A status of 400 stores nothing; it lists the unfit events, and the others are to be sent again (amplitude.com/docs/apis/analytics/http-api-batching-retries).</summary>
internal sealed class AmplitudeCollector(HttpClient client, AmplitudeCollectorOptions options) : IEventSink
{
    private static readonly string[] Lists = ["events_with_invalid_fields", "events_with_missing_fields", "events_with_invalid_id_lengths"];

    public IEventProjection Projection { get; } = new AmplitudeProjection(options.Projection);

    public Task<SinkAnswer> SendAsync(EventBatch batch, CancellationToken cancellationToken)
    {
        byte[] key = Encoding.UTF8.GetBytes($"{{\"api_key\":\"{JsonEncodedText.Encode(options.ApiKey)}\",");
        return CollectorHttp.PostAsync(
            client, options.Endpoint, null, (byte[])[.. key, .. batch.Body.Span[1..]], options.Timeout, answer => Partial(answer, batch.Events.Count), cancellationToken);
    }

    private static SinkAnswer Partial(string answer, int count)
    {
        Dictionary<int, string> unfit = [];
        try
        {
            using var document = JsonDocument.Parse(answer);
            foreach (string list in Lists)
            {
                if (document.RootElement.TryGetProperty(list, out JsonElement fields) && fields.ValueKind == JsonValueKind.Object)
                {
                    foreach (JsonProperty field in fields.EnumerateObject())
                    {
                        Add(field.Value, $"field {field.Name} is unfit");
                    }
                }
            }

            if (document.RootElement.TryGetProperty("silenced_events", out JsonElement silenced))
            {
                Add(silenced, "silenced device");
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return new SinkAnswer.Refused("status 400, answer unreadable");
        }

        return unfit.Count == 0
            ? new SinkAnswer.Refused("status 400")
            : new SinkAnswer.PartlyTaken([.. Enumerable.Range(0, count).Select(i => unfit.TryGetValue(i, out string? reason) ? new RejectedRecord(i, reason) : new RejectedRecord(i, "sent beside unfit events", MayRetry: true))]);

        void Add(JsonElement indexes, string reason)
        {
            foreach (JsonElement element in indexes.EnumerateArray())
            {
                if (element.TryGetInt32(out int index) && index >= 0 && index < count)
                {
                    unfit.TryAdd(index, reason);
                }
            }
        }
    }
}
