using EcomOps.Analytics.Events.Projections.Internal;
using EcomOps.Analytics.Events.Validation;
using EcomOps.Core;
using NodaTime.Text;

namespace EcomOps.Analytics.Events.Projections;

/// <summary>Events as <c>track</c> messages of the e-commerce specification v2, which Segment and RudderStack take.</summary>
/// <remarks>What comes out has passed <see cref="SegmentValidator"/>. Pure and thread-safe.</remarks>
/// <param name="options">Options; null for the default.</param>
public sealed class SegmentProjection(CommerceProjectionOptions? options = null) : IEventProjection
{
    private readonly CommerceProjectionOptions _options = options ?? CommerceProjectionOptions.Default;

    /// <inheritdoc />
    public string Collector => "segment";

    /// <inheritdoc />
    public BatchLimits Limits { get; } = new(CollectorLimits.SegmentEvents, CollectorLimits.SegmentBatchBytes, CollectorLimits.SegmentMessageBytes);

    /// <inheritdoc />
    public ProjectionOutcome Project(ShopEvent @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        if (RequestBody.Unsound(@event) is { } refused)
        {
            return refused;
        }

        using PayloadWriter writer = new(SpecProperties.LongestText);
        string name = SpecProperties.Name(@event);
        Envelope(writer, @event, "track", @event.EventId);
        writer.Json.WriteString("event", name);
        writer.Open("properties");
        SpecProperties.Write(writer, @event, _options.MarginTiers, int.MaxValue);
        writer.Json.WriteEndObject();
        Context(writer, @event.Visit.Context);
        writer.Json.WriteEndObject();
        return Judged(new ProjectedEvent(@event.EventId, name, string.Empty, writer.Done()), writer.Losses);
    }

    /// <summary>The buyer as an <c>identify</c> message with the traits <c>acquisition_source</c> and <c>lifetime_purchases</c>.</summary>
    /// <param name="event">Event that tells of the buyer.</param>
    /// <returns>The message; <c>no_counterpart</c> when the event tells nothing of the buyer.</returns>
    public ProjectionOutcome Identify(ShopEvent @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        if (RequestBody.Unsound(@event) is { } refused)
        {
            return refused;
        }

        if (@event.Visit is not { UserId: not null, Customer: { } customer })
        {
            return new ProjectionOutcome.Refused("no_counterpart", "The event names no buyer.");
        }

        using PayloadWriter writer = new(SpecProperties.LongestText);
        Envelope(writer, @event, "identify", @event.EventId + "-identify");
        writer.Open("traits");
        writer.Text("acquisition_source", customer.AcquisitionSource, "visit.customer.acquisitionSource");
        writer.Number("lifetime_purchases", customer.LifetimePurchases);
        writer.Json.WriteEndObject();
        writer.Json.WriteEndObject();
        return Judged(new ProjectedEvent(@event.EventId + "-identify", "identify", string.Empty, writer.Done()), writer.Losses);
    }

    /// <inheritdoc />
    public ReadOnlyMemory<byte> Compose(IReadOnlyList<ProjectedEvent> events) => RequestBody.Join("{\"batch\":[", events, "]}");

    private static void Envelope(PayloadWriter writer, ShopEvent e, string type, string id)
    {
        writer.Open();
        writer.Json.WriteString("type", type);
        writer.Json.WriteString("messageId", id);
        writer.Id("anonymousId", e.Visit.AnonymousId, "visit.anonymousId");
        writer.Text("userId", e.Visit.UserId, "visit.userId");
        writer.Json.WriteString("timestamp", InstantPattern.ExtendedIso.Format(e.OccurredAt));
    }

    private static void Context(PayloadWriter writer, EventContext context)
    {
        writer.Open("context");
        writer.Text("locale", context.Locale, "visit.context.locale");
        writer.Text("timezone", context.TimeZone, "visit.context.timeZone");
        writer.Open("page");
        writer.Text("url", context.PageUrl, "visit.context.pageUrl");
        writer.Text("title", context.PageTitle, "visit.context.pageTitle");
        writer.Text("referrer", context.Referrer, "visit.context.referrer");
        writer.Json.WriteEndObject();
        writer.Open("device");
        writer.Text("type", context.Device, "visit.context.device");
        writer.Json.WriteEndObject();
        writer.Open("campaign");
        writer.Text("source", context.Campaign?.Source, "visit.context.campaign.source");
        writer.Text("medium", context.Campaign?.Medium, "visit.context.campaign.medium");
        writer.Text("name", context.Campaign?.Name, "visit.context.campaign.name");
        writer.Text("term", context.Campaign?.Term, "visit.context.campaign.term");
        writer.Text("content", context.Campaign?.Content, "visit.context.campaign.content");
        writer.Json.WriteEndObject();
        writer.Json.WriteEndObject();
    }

    private ProjectionOutcome Judged(ProjectedEvent projected, List<ProjectionLoss> losses)
    {
        if (projected.Json.Length > Limits.EventBytes)
        {
            return new ProjectionOutcome.Refused("too_large", $"The message has {projected.Json.Length} bytes, at most {Limits.EventBytes}.");
        }

        CollectorReport report = SegmentValidator.Validate(Compose([projected]).Span);
        return report.IsValid
            ? new ProjectionOutcome.Projected(projected, losses)
            : new ProjectionOutcome.Refused("payload_invalid", report.Messages.First(m => m.Severity == Severity.Error).Description, report);
    }
}
