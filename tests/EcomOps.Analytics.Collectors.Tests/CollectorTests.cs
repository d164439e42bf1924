using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EcomOps.Analytics.Events;
using EcomOps.Analytics.Events.Delivery;
using EcomOps.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Analytics.Collectors.Tests;

public sealed class CollectorTests
{
    private const string Hush = "hush-hush-secret";
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 26, 12, 0);
    private readonly StubServer _server = new();
    private readonly FakeClock _clock = new(Noon);

    public static TheoryData<string> Collectors() => ["ga4", "mixpanel", "amplitude", "segment", "posthog"];

    [Fact]
    public async Task GA4_gets_the_body_at_its_address_with_id_and_secret()
    {
        await SendOne("ga4");
        (string address, string? authorization, string body) = Assert.Single(_server.Requests);
        Assert.Equal($"https://www.google-analytics.com/mp/collect?measurement_id=G-1&api_secret={Hush}", address);
        Assert.Null(authorization);
        Assert.Equal("purchase", (string?)JsonNode.Parse(body)!["events"]![0]!["name"]);
        Assert.DoesNotContain(Hush, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mixpanel_gets_a_strict_import_of_the_project()
    {
        await SendOne("mixpanel");
        (string address, string? authorization, string body) = Assert.Single(_server.Requests);
        Assert.Equal("https://api.mixpanel.com/import?strict=1&project_id=7", address);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("svc:" + Hush)), authorization);
        Assert.Equal("Order Completed", (string?)JsonNode.Parse(body)![0]!["event"]);
    }

    [Fact]
    public async Task Amplitude_gets_the_key_inside_the_body()
    {
        await SendOne("amplitude");
        JsonNode body = JsonNode.Parse(Assert.Single(_server.Requests).Body)!;
        Assert.Equal((Hush, "Order Completed"), ((string?)body["api_key"], (string?)body["events"]![0]!["event_type"]));
    }

    [Fact]
    public async Task Segment_gets_a_batch_under_the_write_key()
    {
        await SendOne("segment");
        (string address, string? authorization, string body) = Assert.Single(_server.Requests);
        Assert.Equal("https://api.segment.io/v1/batch", address);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Hush + ":")), authorization);
        Assert.Equal("track", (string?)JsonNode.Parse(body)!["batch"]![0]!["type"]);
    }

    [Fact]
    public async Task PostHog_gets_a_batch_with_the_key_of_the_project_inside()
    {
        await SendOne("posthog");
        (string address, string? authorization, string text) = Assert.Single(_server.Requests);
        Assert.Equal("https://us.i.posthog.com/batch/", address);
        Assert.Null(authorization);
        JsonNode body = JsonNode.Parse(text)!;
        Assert.Equal((Hush, "Order Completed", "customer-17"), ((string?)body["api_key"], (string?)body["batch"]![0]!["event"], (string?)body["batch"]![0]!["distinct_id"]));
        Assert.True(Guid.TryParseExact((string?)body["batch"]![0]!["uuid"], "D", out _));
    }

    [Fact]
    public async Task A_key_with_quotation_marks_does_not_break_the_body()
    {
        await using ServiceProvider services = Build("posthog", key: "a\"b\\c");
        EventSender sender = services.GetRequiredService<EventSender>();
        sender.Offer(Purchase("O1"));
        await RunDown(sender);
        Assert.Equal("a\"b\\c", (string?)JsonNode.Parse(Assert.Single(_server.Requests).Body)!["api_key"]);
    }

    [Theory]
    [InlineData("segment")]
    [InlineData("posthog")]
    [InlineData("ga4")]
    public async Task A_400_of_a_collector_that_names_no_events_hands_all_of_them_over(string collector)
    {
        _server.Answer = _ => Bad("""{"type":"validation_error","code":"invalid_payload","detail":"a@b.example"}""");
        (EventSender sender, List<string> ids) = await SendThree(collector);
        IReadOnlyList<Undelivered> failed = sender.TakeUndelivered();
        Assert.Equal(ids.Order(StringComparer.Ordinal), failed.Select(u => u.EventId).Order(StringComparer.Ordinal));
        Assert.All(failed, u => Assert.Equal(("refused", "status 400"), (u.Code, u.Reason)));
        Assert.Single(_server.Requests);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("phx_personal", false)]
    [InlineData("phc_project", true)]
    public void PostHog_takes_the_key_of_a_project_only(string key, bool isRight)
    {
        ServiceCollection services = new();
        services.AddSingleton<IClock>(_clock);
        services.AddEcomOpsAnalytics().AddPostHogCollector(o => o.ProjectApiKey = key);
        using ServiceProvider provider = services.BuildServiceProvider();
        Exception? problem = Record.Exception(() => provider.GetRequiredService<IOptions<PostHogCollectorOptions>>().Value);
        Assert.Equal(isRight, problem is null);
        Assert.True(isRight || problem is OptionsValidationException);
    }

    [Theory]
    [MemberData(nameof(Collectors))]
    public async Task Throttling_and_server_errors_are_repeated_with_the_same_body(string collector)
    {
        _server.Answer = n => n switch
        {
            1 => new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new(TimeSpan.FromSeconds(9)) } },
            2 => new HttpResponseMessage(HttpStatusCode.BadGateway),
            3 => throw new HttpRequestException(HttpRequestError.ConnectionError, $"could not reach https://x/?api_secret={Hush}"),
            _ => new HttpResponseMessage(HttpStatusCode.OK),
        };
        await using ServiceProvider services = Build(collector);
        EventSender sender = services.GetRequiredService<EventSender>();
        Assert.IsType<OfferOutcome.Queued>(sender.Offer(Purchase("O1")));
        _clock.AdvanceSeconds(2);
        Assert.Equal(_clock.GetCurrentInstant() + Duration.FromSeconds(9), await sender.StepAsync());
        await RunDown(sender);
        Assert.Equal(4, _server.Requests.Count);
        Assert.Single(_server.Requests.Select(r => r.Body).Distinct());
        Assert.Equal(1, sender.Report()[0].Delivered);
    }

    [Theory]
    [MemberData(nameof(Collectors))]
    public async Task A_refused_secret_is_told_without_telling_it(string collector)
    {
        _server.Answer = _ => new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent($"bad key {Hush}") };
        await using ServiceProvider services = Build(collector);
        EventSender sender = services.GetRequiredService<EventSender>();
        sender.Offer(Purchase("O1"));
        await RunDown(sender);
        Undelivered failed = Assert.Single(sender.TakeUndelivered());
        Assert.Equal(("refused", "status 401"), (failed.Code, failed.Reason));
        Assert.DoesNotContain(Hush, failed.ToString(), StringComparison.Ordinal);
        Assert.Single(_server.Requests);
    }

    [Theory]
    [MemberData(nameof(Collectors))]
    public async Task Repeated_failure_is_told_without_the_secret(string collector)
    {
        _server.Answer = _ => throw new HttpRequestException(HttpRequestError.NameResolutionError, $"https://x/?api_secret={Hush}");
        await using ServiceProvider services = Build(collector);
        EventSender sender = services.GetRequiredService<EventSender>();
        sender.Offer(Purchase("O1"));
        await RunDown(sender);
        Undelivered failed = Assert.Single(sender.TakeUndelivered());
        Assert.Equal(("attempts_exhausted", "network NameResolutionError"), (failed.Code, failed.Reason));
    }

    [Fact]
    public async Task Mixpanel_stores_the_good_events_of_a_400()
    {
        _server.Answer = _ => Bad("""{"code":400,"num_records_imported":2,"failed_records":[{"index":1,"insert_id":"x","field":"properties.time","message":"'a@b.example' is invalid"}]}""");
        (EventSender sender, List<string> ids) = await SendThree("mixpanel");
        Assert.Equal(2, sender.Report()[0].Delivered);
        Undelivered failed = Assert.Single(sender.TakeUndelivered());
        Assert.Equal((ids[1], "rejected", "field properties.time failed validation"), (failed.EventId, failed.Code, failed.Reason));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Amplitude_gets_the_good_events_of_a_400_again()
    {
        _server.Answer = n => n == 1
            ? Bad("""{"code":400,"events_with_invalid_fields":{"time":[0]},"events_with_missing_fields":{},"silenced_events":[2]}""")
            : new HttpResponseMessage(HttpStatusCode.OK);
        (EventSender sender, List<string> ids) = await SendThree("amplitude");
        Assert.Equal(2, _server.Requests.Count);
        Assert.Equal(ids[1], (string?)JsonNode.Parse(_server.Requests[1].Body)!["events"]!.AsArray().Single()!["insert_id"]);
        Assert.Equal([ids[0], ids[2]], sender.TakeUndelivered().Select(u => u.EventId).OrderBy(ids.IndexOf));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"failed_records\":[{}]}")]
    [InlineData("{\"failed_records\":[{\"index\":99}]}")]
    [InlineData("<html>")]
    public async Task An_unreadable_400_hands_the_events_over(string answer)
    {
        _server.Answer = _ => Bad(answer);
        (EventSender sender, _) = await SendThree("mixpanel");
        Assert.Equal(3, sender.TakeUndelivered().Count(u => u.Code == "refused"));
    }

    [Fact]
    public async Task A_413_halves_the_batch()
    {
        _server.Answer = n => new HttpResponseMessage(n == 1 ? HttpStatusCode.RequestEntityTooLarge : HttpStatusCode.OK);
        (EventSender sender, _) = await SendThree("segment");
        Assert.Equal(3, sender.Report()[0].Delivered);
        Assert.Equal(3, _server.Requests.Count);
    }

    [Fact]
    public void Wrong_options_are_told_without_their_values()
    {
        ServiceCollection services = new();
        services.AddSingleton<IClock>(_clock);
        services.AddEcomOpsAnalytics().AddGa4Collector(o =>
        {
            o.ApiSecret = Hush;
            o.Endpoint = new Uri("http://collector.example/mp");
        });
        using ServiceProvider provider = services.BuildServiceProvider();
        OptionsValidationException problem = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<Ga4CollectorOptions>>().Value);
        Assert.Equal(2, problem.Failures.Count());
        Assert.DoesNotContain(Hush, problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Hush, $"{new Ga4CollectorOptions { ApiSecret = Hush }}", StringComparison.Ordinal);
    }

    private static HttpResponseMessage Bad(string answer) => new(HttpStatusCode.BadRequest) { Content = new StringContent(answer) };

    private static ShopEvent Purchase(string order) => ShopEvent.OrderCompleted(
        new EventVisit("1234567890.1234567890", "1700000000", "customer-17") { Consent = EventConsent.Granted }, Noon, new EventOrder(order), new EventItem("SKU-1", Money.Eur(20)));

    private async Task SendOne(string collector)
    {
        await using ServiceProvider services = Build(collector);
        EventSender sender = services.GetRequiredService<EventSender>();
        Assert.IsType<OfferOutcome.Queued>(sender.Offer(Purchase("O1")));
        await RunDown(sender);
        Assert.Equal(1, sender.Report()[0].Delivered);
    }

    private async Task<(EventSender Sender, List<string> Ids)> SendThree(string collector)
    {
        EventSender sender = Build(collector).GetRequiredService<EventSender>();
        List<ShopEvent> events = [.. Enumerable.Range(1, 3).Select(i => Purchase($"O{i}"))];
        events.ForEach(e => Assert.IsType<OfferOutcome.Queued>(sender.Offer(e)));
        await RunDown(sender);
        return (sender, [.. events.Select(e => e.EventId)]);
    }

    private async Task RunDown(EventSender sender)
    {
        while (await sender.StepAsync() is { } due)
        {
            _clock.Reset(Instant.Max(due, _clock.GetCurrentInstant()));
        }
    }

    private ServiceProvider Build(string collector, string key = Hush)
    {
        ServiceCollection services = new();
        services.AddSingleton<IClock>(_clock);
        IAnalyticsBuilder builder = services.AddEcomOpsAnalytics(o => o.MaxAttempts = 5);
        string client = collector switch
        {
            "ga4" => Ga4CollectorOptions.ClientName,
            "mixpanel" => MixpanelCollectorOptions.ClientName,
            "amplitude" => AmplitudeCollectorOptions.ClientName,
            "posthog" => PostHogCollectorOptions.ClientName,
            _ => SegmentCollectorOptions.ClientName,
        };
        _ = collector switch
        {
            "ga4" => builder.AddGa4Collector(o => (o.MeasurementId, o.ApiSecret) = ("G-1", Hush)),
            "mixpanel" => builder.AddMixpanelCollector(o => (o.ProjectId, o.ServiceAccount, o.Secret) = ("7", "svc", Hush)),
            "amplitude" => builder.AddAmplitudeCollector(o => o.ApiKey = Hush),
            "posthog" => builder.AddPostHogCollector(o => o.ProjectApiKey = key),
            _ => builder.AddSegmentCollector(o => o.WriteKey = Hush),
        };
        services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => _server);
        return services.BuildServiceProvider();
    }
}
