using System.Net;
using EcomOps.Analytics.Collectors.Internal;
using EcomOps.Analytics.Events.Delivery;
using EcomOps.Testing.Events;

namespace EcomOps.Analytics.Collectors.Tests;

public abstract class CollectorConformanceTests : EventSinkConformance
{
    protected override string Secret => "hush-hush-secret";

    public static TheoryData<string> Each() => [.. Rules];

    [Theory]
    [MemberData(nameof(Each))]
    public Task It_keeps_the_contract_of_a_sink(string rule) => RunAsync(rule);

    protected override IEventSink Open(FarEnd end) => Create(new HttpClient(new StubServer
    {
        Answer = _ => end switch
        {
            FarEnd.Healthy => new HttpResponseMessage(HttpStatusCode.OK),
            FarEnd.Throttled => new HttpResponseMessage(HttpStatusCode.TooManyRequests),
            FarEnd.Broken => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable),
            FarEnd.Unreachable => throw new HttpRequestException(HttpRequestError.ConnectionError, $"https://x/?api_secret={Secret}"),
            FarEnd.Forbidden => new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent(Secret) },
            _ => new HttpResponseMessage(HttpStatusCode.RequestEntityTooLarge),
        },
    }));

    private protected abstract IEventSink Create(HttpClient client);
}

public sealed class Ga4CollectorTests : CollectorConformanceTests
{
    private protected override IEventSink Create(HttpClient client) => new Ga4Collector(client, new Ga4CollectorOptions { MeasurementId = "G-1", ApiSecret = Secret });
}

public sealed class MixpanelCollectorTests : CollectorConformanceTests
{
    private protected override IEventSink Create(HttpClient client) => new MixpanelCollector(client, new MixpanelCollectorOptions { ProjectId = "7", ServiceAccount = "svc", Secret = Secret });
}

public sealed class AmplitudeCollectorTests : CollectorConformanceTests
{
    private protected override IEventSink Create(HttpClient client) => new AmplitudeCollector(client, new AmplitudeCollectorOptions { ApiKey = Secret });
}

public sealed class SegmentCollectorTests : CollectorConformanceTests
{
    private protected override IEventSink Create(HttpClient client) => new SegmentCollector(client, new SegmentCollectorOptions { WriteKey = Secret });
}

public sealed class PostHogCollectorTests : CollectorConformanceTests
{
    private protected override IEventSink Create(HttpClient client) => new PostHogCollector(client, new PostHogCollectorOptions { ProjectApiKey = Secret });
}
