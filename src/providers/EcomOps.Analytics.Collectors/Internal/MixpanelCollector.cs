using System.Text.Json;
using EcomOps.Analytics.Events.Delivery;
using EcomOps.Analytics.Events.Projections;

namespace EcomOps.Analytics.Collectors.Internal;

/// <summary>A status of 400 with failed_records is a partial success: the other events are stored (docs.mixpanel.com/reference/import-events).</summary>
internal sealed class MixpanelCollector(HttpClient client, MixpanelCollectorOptions options) : IEventSink
{
    private readonly Uri _address = new UriBuilder(options.Endpoint) { Query = "strict=1&project_id=" + Uri.EscapeDataString(options.ProjectId) }.Uri;

    public IEventProjection Projection { get; } = new MixpanelProjection(options.Projection);

    public Task<SinkAnswer> SendAsync(EventBatch batch, CancellationToken cancellationToken) => CollectorHttp.PostAsync(
        client, _address, CollectorHttp.Basic(options.ServiceAccount, options.Secret), batch.Body, options.Timeout, answer => Partial(answer, batch.Events.Count), cancellationToken);

    private static SinkAnswer Partial(string answer, int count)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("failed_records", out JsonElement records) && records.ValueKind == JsonValueKind.Array)
            {
                List<RejectedRecord> rejected = [];
                foreach (JsonElement record in records.EnumerateArray())
                {
                    if (!record.TryGetProperty("index", out JsonElement at) || !at.TryGetInt32(out int index) || index < 0 || index >= count)
                    {
                        return new SinkAnswer.Refused("status 400, records without index");
                    }

                    // The message may quote a value; the name of the field does not.
                    string field = record.TryGetProperty("field", out JsonElement name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : "unknown";
                    rejected.Add(new RejectedRecord(index, $"field {field} failed validation"));
                }

                if (rejected.Count > 0)
                {
                    return new SinkAnswer.PartlyTaken([.. rejected.DistinctBy(r => r.Index)]);
                }
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return new SinkAnswer.Refused("status 400, answer unreadable");
        }

        return new SinkAnswer.Refused("status 400");
    }
}
