using EcomOps.Analytics.Events.Projections.Internal;
using EcomOps.Analytics.Events.Validation;
using EcomOps.Core;

namespace EcomOps.Analytics.Events.Projections;

/// <summary>Events in the form of Amplitude's HTTP V2, with the names and properties of the e-commerce specification v2.</summary>
/// <remarks>An id shorter than Amplitude takes is left out and reported. What comes out has passed <see cref="AmplitudeValidator"/>. Pure and thread-safe.</remarks>
/// <param name="options">Options; null for the default.</param>
public sealed class AmplitudeProjection(CommerceProjectionOptions? options = null) : IEventProjection
{
    // The transport adds the API key to the body.
    private const int KeyBytes = 200;

    private readonly CommerceProjectionOptions _options = options ?? CommerceProjectionOptions.Default;

    /// <inheritdoc />
    public string Collector => "amplitude";

    /// <inheritdoc />
    public BatchLimits Limits { get; } = new(CollectorLimits.AmplitudeEvents, CollectorLimits.AmplitudeBodyBytes - KeyBytes, CollectorLimits.AmplitudeBodyBytes - (2 * KeyBytes));

    /// <inheritdoc />
    public ProjectionOutcome Project(ShopEvent @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        if (RequestBody.Unsound(@event) is { } refused)
        {
            return refused;
        }

        string name = SpecProperties.Name(@event);
        using PayloadWriter writer = new(SpecProperties.LongestText);
        writer.Open();
        writer.Json.WriteString("event_type", name);
        Id(writer, "user_id", @event.Visit.UserId, "visit.userId");
        Id(writer, "device_id", @event.Visit.AnonymousId, "visit.anonymousId");
        writer.Json.WriteNumber("time", @event.OccurredAt.ToUnixTimeMilliseconds());
        writer.Json.WriteString("insert_id", @event.EventId);
        writer.Text("language", @event.Visit.Context.Locale, "visit.context.locale");
        if (@event.Kind is ShopEventKind.OrderCompleted)
        {
            writer.Amount("revenue", @event.Value);
        }

        if (@event.Visit.Context.TimeZone is not null)
        {
            writer.Lose("visit.context.timeZone", "not_taken", "Amplitude has no member for the time zone.");
        }

        writer.Open("event_properties");
        Context(writer, @event.Visit.Context);
        SpecProperties.Write(writer, @event, _options.MarginTiers, int.MaxValue);
        writer.Json.WriteEndObject();
        writer.Json.WriteEndObject();
        ProjectedEvent projected = new(@event.EventId, name, string.Empty, writer.Done());
        if (projected.Json.Length > Limits.EventBytes)
        {
            return new ProjectionOutcome.Refused("too_large", $"The event has {projected.Json.Length} bytes, at most {Limits.EventBytes}.");
        }

        CollectorReport report = AmplitudeValidator.Validate(Compose([projected]).Span);
        return report.IsValid
            ? new ProjectionOutcome.Projected(projected, writer.Losses)
            : new ProjectionOutcome.Refused("payload_invalid", report.Messages.First(m => m.Severity == Severity.Error).Description, report);
    }

    /// <inheritdoc />
    public ReadOnlyMemory<byte> Compose(IReadOnlyList<ProjectedEvent> events) => RequestBody.Join("{\"events\":[", events, "]}");

    private static void Id(PayloadWriter writer, string name, string? id, string path)
    {
        if (id is not null && id.Length < CollectorLimits.AmplitudeIdLength)
        {
            writer.Lose(path, "identifier_unfit", $"Amplitude takes ids of {CollectorLimits.AmplitudeIdLength} characters and more.");
            return;
        }

        writer.Id(name, id, path);
    }

    private static void Context(PayloadWriter writer, EventContext context)
    {
        writer.Text("page_url", context.PageUrl, "visit.context.pageUrl");
        writer.Text("page_title", context.PageTitle, "visit.context.pageTitle");
        writer.Text("referrer", context.Referrer, "visit.context.referrer");
        writer.Text("device_type", context.Device, "visit.context.device");
        writer.Text("utm_source", context.Campaign?.Source, "visit.context.campaign.source");
        writer.Text("utm_medium", context.Campaign?.Medium, "visit.context.campaign.medium");
        writer.Text("utm_campaign", context.Campaign?.Name, "visit.context.campaign.name");
        writer.Text("utm_term", context.Campaign?.Term, "visit.context.campaign.term");
        writer.Text("utm_content", context.Campaign?.Content, "visit.context.campaign.content");
    }
}
