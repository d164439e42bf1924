using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using EcomOps.Analytics.Events;
using EcomOps.Analytics.Events.Delivery;
using EcomOps.Core;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Analytics.Collectors.Tests;

/// <summary>The whole way over a real socket: what a server on this machine reads, and that its 503 is heard.</summary>
public sealed class LoopbackTests : IDisposable
{
    private readonly HttpListener _server = new();
    private readonly Uri _address;
    private readonly List<(string Path, string? Type, string Body)> _requests = [];

    public LoopbackTests()
    {
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        _address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        free.Stop();
        _server.Prefixes.Add(_address.ToString());
        _server.Start();
    }

    public void Dispose() => _server.Close();

    [Theory]
    [InlineData("ga4", "events", "events[0].name", "purchase")]
    [InlineData("mixpanel", "import", "[0].event", "Order Completed")]
    [InlineData("amplitude", "2/httpapi", "events[0].event_type", "Order Completed")]
    [InlineData("segment", "v1/batch", "batch[0].event", "Order Completed")]
    [InlineData("posthog", "batch/", "batch[0].event", "Order Completed")]
    public async Task A_batch_reaches_a_server_after_its_first_503(string collector, string path, string place, string name)
    {
        Task serving = ServeAsync(HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK);
        FakeClock clock = new(Instant.FromUtc(2026, 11, 26, 12, 0));
        await using ServiceProvider services = Build(collector, new Uri(_address, path), clock);
        EventSender sender = services.GetRequiredService<EventSender>();
        EventVisit visit = new("1234567890.1234567890", "1700000000", "customer-17") { Consent = EventConsent.Granted };
        Assert.IsType<OfferOutcome.Queued>(sender.Offer(ShopEvent.OrderCompleted(visit, clock.GetCurrentInstant(), new EventOrder("Ä-1"), new EventItem("SKU-1", Money.Eur(20)))));
        while (await sender.StepAsync() is { } due)
        {
            clock.Reset(Instant.Max(due, clock.GetCurrentInstant()));
        }

        await serving.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(1, sender.Report()[0].Delivered);
        Assert.Equal(2, _requests.Count);
        Assert.Equal(_requests[0], _requests[1]);
        Assert.Equal(("/" + path, "application/json"), (_requests[0].Path, _requests[0].Type));
        Assert.Equal(name, (string?)At(JsonNode.Parse(_requests[0].Body)!, place));
        Assert.Contains("Ä-1", JsonNode.Parse(_requests[0].Body)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    private static JsonNode? At(JsonNode node, string place) =>
        place.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Aggregate((JsonNode?)node, (n, step) => int.TryParse(step, out int index) ? n![index] : n![step]);

    private static ServiceProvider Build(string collector, Uri endpoint, IClock clock)
    {
        ServiceCollection services = new();
        services.AddSingleton(clock);
        IAnalyticsBuilder builder = services.AddEcomOpsAnalytics();
        _ = collector switch
        {
            "ga4" => builder.AddGa4Collector(o => (o.MeasurementId, o.ApiSecret, o.Endpoint) = ("G-1", "hush", endpoint)),
            "mixpanel" => builder.AddMixpanelCollector(o => (o.ProjectId, o.ServiceAccount, o.Secret, o.Endpoint) = ("7", "svc", "hush", endpoint)),
            "amplitude" => builder.AddAmplitudeCollector(o => (o.ApiKey, o.Endpoint) = ("hush", endpoint)),
            "segment" => builder.AddSegmentCollector(o => (o.WriteKey, o.Endpoint) = ("hush", endpoint)),
            _ => builder.AddPostHogCollector(o => (o.ProjectApiKey, o.Endpoint) = ("hush", endpoint)),
        };
        return services.BuildServiceProvider();
    }

    private async Task ServeAsync(params HttpStatusCode[] answers)
    {
        foreach (HttpStatusCode answer in answers)
        {
            HttpListenerContext context = await _server.GetContextAsync();
            using StreamReader body = new(context.Request.InputStream, Encoding.UTF8);
            _requests.Add((context.Request.Url!.AbsolutePath, context.Request.ContentType, await body.ReadToEndAsync()));
            context.Response.StatusCode = (int)answer;
            context.Response.Close();
        }
    }
}
