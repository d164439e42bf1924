namespace EcomOps.Analytics.Events.Validation;

/// <summary>Every limit that the validators and the sender know, as constants and as one table. All are the largest accepted value.</summary>
public static class CollectorLimits
{
    /// <summary>GA4: characters of an event name.</summary>
    public const int Ga4EventName = 40;

    /// <summary>GA4: characters of a parameter name.</summary>
    public const int Ga4ParameterName = 40;

    /// <summary>GA4: different event names of an app stream; web streams have no such limit.</summary>
    public const int Ga4EventNames = 500;

    /// <summary>GA4: parameters of an event, the contents of <c>items</c> not counted.</summary>
    public const int Ga4Parameters = 25;

    /// <summary>GA4: characters of a parameter value.</summary>
    public const int Ga4ParameterValue = 100;

    /// <summary>GA4 360: characters of a parameter value.</summary>
    public const int Ga4PremiumParameterValue = 500;

    /// <summary>GA4: characters of <c>page_location</c>.</summary>
    public const int Ga4PageLocation = 1000;

    /// <summary>GA4: characters of <c>page_referrer</c>.</summary>
    public const int Ga4PageReferrer = 420;

    /// <summary>GA4: characters of <c>page_title</c>.</summary>
    public const int Ga4PageTitle = 300;

    /// <summary>GA4: parameters of the shop's own on one item.</summary>
    public const int Ga4ItemParameters = 27;

    /// <summary>GA4: items of an event.</summary>
    public const int Ga4Items = 200;

    /// <summary>GA4: user properties.</summary>
    public const int Ga4UserProperties = 25;

    /// <summary>GA4: characters of a user property's name.</summary>
    public const int Ga4UserPropertyName = 24;

    /// <summary>GA4: characters of a user property's value.</summary>
    public const int Ga4UserPropertyValue = 36;

    /// <summary>GA4: characters of a user id.</summary>
    public const int Ga4UserId = 256;

    /// <summary>GA4 Measurement Protocol: events of a request.</summary>
    public const int Ga4Events = 25;

    /// <summary>GA4 Measurement Protocol: bytes of a request body.</summary>
    public const int Ga4BodyBytes = 130_000;

    /// <summary>GA4 Measurement Protocol: hours that an event may lie back.</summary>
    public const int Ga4BackdatingHours = 72;

    /// <summary>Mixpanel: events of a request.</summary>
    public const int MixpanelEvents = 2000;

    /// <summary>Mixpanel: bytes of a request body, uncompressed; its newer page allows 10 MB, so staying under 2 MB suits both.</summary>
    public const int MixpanelBodyBytes = 2_000_000;

    /// <summary>Mixpanel: bytes of an event (under 1 MB).</summary>
    public const int MixpanelEventBytes = 999_999;

    /// <summary>Mixpanel: properties of an event, elements of a list, keys of a nested object (under 255).</summary>
    public const int MixpanelProperties = 254;

    /// <summary>Mixpanel: characters of <c>$insert_id</c>.</summary>
    public const int MixpanelInsertId = 36;

    /// <summary>Mixpanel: characters of a text; it cuts what is beyond.</summary>
    public const int MixpanelText = 255;

    /// <summary>Amplitude: events of a request (under 2,000).</summary>
    public const int AmplitudeEvents = 1999;

    /// <summary>Amplitude: bytes of a request body (under 1 MB).</summary>
    public const int AmplitudeBodyBytes = 999_999;

    /// <summary>Amplitude: fewest characters of <c>user_id</c> and <c>device_id</c>. The only lower bound of the table.</summary>
    public const int AmplitudeIdLength = 5;

    /// <summary>Segment: events of a batch. Segment answers 200 and drops what is beyond.</summary>
    public const int SegmentEvents = 2500;

    /// <summary>Segment: bytes of a message (32 KB).</summary>
    public const int SegmentMessageBytes = 32_000;

    /// <summary>Segment: bytes of a batch (500 KB).</summary>
    public const int SegmentBatchBytes = 500_000;

    /// <summary>PostHog: bytes of a request body (under 20 MB).</summary>
    public const int PostHogBodyBytes = 19_999_999;

    /// <summary>PostHog: bytes of an event; it discards what exceeds 1 MB.</summary>
    public const int PostHogEventBytes = 1_000_000;

    /// <summary>PostHog: characters of <c>distinct_id</c>; it cuts what is beyond, so that two visitors may become one.</summary>
    public const int PostHogDistinctId = 200;

    /// <summary>PostHog: hours that a time may lie ahead.</summary>
    public const int PostHogHoursAhead = 23;

    private const string GaHelp = "support.google.com/analytics/answer/9267744";
    private const string GaProtocol = "developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events";
    private const string MixpanelImport = "docs.mixpanel.com/reference/import-events";
    private const string AmplitudeHttp = "amplitude.com/docs/apis/analytics/http-v2";
    private const string SegmentHttp = "twilio.com/docs/segment/connections/sources/catalog/libraries/server/http-api";
    private const string GaEcommerce = "developers.google.com/analytics/devguides/collection/ga4/ecommerce";
    private const string PostHogCapture = "posthog.com/docs/api/capture";
    private const string PostHogWarnings = "posthog.com/docs/data/ingestion-warnings";
    private const string Taken = "2026-11";

    /// <summary>The table.</summary>
    public static IReadOnlyList<CollectorLimit> All { get; } =
    [
        new("ga4", "event name", Ga4EventName, "characters", GaHelp, Taken, true),
        new("ga4", "different event names of an app stream", Ga4EventNames, "names", GaHelp, Taken, true),
        new("ga4", "parameter name", Ga4ParameterName, "characters", GaHelp, Taken, true),
        new("ga4", "parameters per event", Ga4Parameters, "parameters", GaHelp, Taken, true),
        new("ga4", "parameter value", Ga4ParameterValue, "characters", GaHelp, Taken, true),
        new("ga4", "parameter value of a 360 property", Ga4PremiumParameterValue, "characters", GaHelp, Taken, true),
        new("ga4", "page_location", Ga4PageLocation, "characters", GaHelp, Taken, false),
        new("ga4", "page_referrer", Ga4PageReferrer, "characters", GaHelp, Taken, false),
        new("ga4", "page_title", Ga4PageTitle, "characters", GaHelp, Taken, false),
        new("ga4", "own parameters per item", Ga4ItemParameters, "parameters", GaHelp, Taken, true),
        new("ga4", "items per event", Ga4Items, "items", GaEcommerce, Taken, true),
        new("ga4", "user properties", Ga4UserProperties, "properties", GaHelp, Taken, true),
        new("ga4", "user property name", Ga4UserPropertyName, "characters", GaHelp, Taken, true),
        new("ga4", "user property value", Ga4UserPropertyValue, "characters", GaHelp, Taken, true),
        new("ga4", "user id", Ga4UserId, "characters", GaHelp, Taken, true),
        new("ga4", "events per request", Ga4Events, "events", GaProtocol, Taken, true),
        new("ga4", "request body", Ga4BodyBytes, "bytes", GaProtocol, Taken, true),
        new("ga4", "backdating", Ga4BackdatingHours, "hours", GaProtocol, Taken, true),
        new("mixpanel", "events per request", MixpanelEvents, "events", MixpanelImport, Taken, true),
        new("mixpanel", "request body", MixpanelBodyBytes, "bytes", "mixpanel.com/docs/api-documentation", Taken, true),
        new("mixpanel", "event", MixpanelEventBytes, "bytes", MixpanelImport, Taken, true),
        new("mixpanel", "properties, list elements, nested keys", MixpanelProperties, "members", MixpanelImport, Taken, true),
        new("mixpanel", "$insert_id", MixpanelInsertId, "characters", MixpanelImport, Taken, true),
        new("mixpanel", "text", MixpanelText, "characters", "docs.mixpanel.com/troubleshooting/errors/413-payload-too-large", Taken, true),
        new("amplitude", "events per request", AmplitudeEvents, "events", AmplitudeHttp, Taken, true),
        new("amplitude", "request body", AmplitudeBodyBytes, "bytes", AmplitudeHttp, Taken, true),
        new("amplitude", "user_id and device_id, at least", AmplitudeIdLength, "characters", AmplitudeHttp, Taken, true),
        new("segment", "events per batch", SegmentEvents, "events", SegmentHttp, Taken, true),
        new("segment", "message", SegmentMessageBytes, "bytes", SegmentHttp, Taken, true),
        new("segment", "batch", SegmentBatchBytes, "bytes", SegmentHttp, Taken, true),
        new("posthog", "request body", PostHogBodyBytes, "bytes", PostHogCapture, Taken, true),
        new("posthog", "event", PostHogEventBytes, "bytes", PostHogWarnings, Taken, true),
        new("posthog", "distinct_id", PostHogDistinctId, "characters", "github.com/PostHog/posthog, rust/capture/src/v0_request.rs", Taken, false),
        new("posthog", "time ahead", PostHogHoursAhead, "hours", PostHogWarnings, Taken, true),
    ];
}
