using System.Text;
using System.Text.Json;
using EcomOps.Analytics.Events.Delivery;
using EcomOps.Analytics.Events.Projections;

namespace EcomOps.Analytics.Collectors.Internal;

/// <summary>PostHog takes a batch as a whole or not at all, and drops single events later without an answer; what it would drop was judged by our own validator before (posthog.com/docs/api/capture).</summary>
internal sealed class PostHogCollector(HttpClient client, PostHogCollectorOptions options) : IEventSink
{
    public IEventProjection Projection { get; } = new PostHogProjection(options.Projection);

    public Task<SinkAnswer> SendAsync(EventBatch batch, CancellationToken cancellationToken)
    {
        byte[] key = Encoding.UTF8.GetBytes($"{{\"api_key\":\"{JsonEncodedText.Encode(options.ProjectApiKey)}\",");
        return CollectorHttp.PostAsync(
            client, options.Endpoint, null, (byte[])[.. key, .. batch.Body.Span[1..]], options.Timeout, _ => new SinkAnswer.Refused("status 400"), cancellationToken);
    }
}
