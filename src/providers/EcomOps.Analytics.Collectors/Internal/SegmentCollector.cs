using EcomOps.Analytics.Events.Delivery;
using EcomOps.Analytics.Events.Projections;

namespace EcomOps.Analytics.Collectors.Internal;

internal sealed class SegmentCollector(HttpClient client, SegmentCollectorOptions options) : IEventSink
{
    public IEventProjection Projection { get; } = new SegmentProjection(options.Projection);

    public Task<SinkAnswer> SendAsync(EventBatch batch, CancellationToken cancellationToken) =>
        CollectorHttp.PostAsync(client, options.Endpoint, CollectorHttp.Basic(options.WriteKey, string.Empty), batch.Body, options.Timeout, _ => new SinkAnswer.Refused("status 400"), cancellationToken);
}
