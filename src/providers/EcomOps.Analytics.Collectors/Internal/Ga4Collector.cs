using EcomOps.Analytics.Events.Delivery;
using EcomOps.Analytics.Events.Projections;
using EcomOps.Analytics.Events.Validation;

namespace EcomOps.Analytics.Collectors.Internal;

/// <summary>GA4 answers 2xx to everything it can read; its payloads were judged by our own validator before.</summary>
internal sealed class Ga4Collector(HttpClient client, Ga4CollectorOptions options) : IEventSink
{
    private readonly Uri _address = new UriBuilder(options.Endpoint)
    {
        Query = (options.MeasurementId.Length > 0 ? "measurement_id=" + Uri.EscapeDataString(options.MeasurementId) : "firebase_app_id=" + Uri.EscapeDataString(options.FirebaseAppId))
            + "&api_secret=" + Uri.EscapeDataString(options.ApiSecret),
    }.Uri;

    public IEventProjection Projection { get; } =
        new Ga4Projection(options.Projection with { Stream = options.FirebaseAppId.Length > 0 ? Ga4Stream.App : Ga4Stream.Web });

    public Task<SinkAnswer> SendAsync(EventBatch batch, CancellationToken cancellationToken) =>
        CollectorHttp.PostAsync(client, _address, null, batch.Body, options.Timeout, _ => new SinkAnswer.Refused("status 400"), cancellationToken);
}
