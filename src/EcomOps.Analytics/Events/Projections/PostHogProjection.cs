using EcomOps.Analytics.Events.Projections.Internal;
using EcomOps.Analytics.Events.Validation;
using EcomOps.Core;
using NodaTime.Text;

namespace EcomOps.Analytics.Events.Projections;

/// <summary>Events in the form of PostHog's <c>/batch</c>, with the names and properties of its e-commerce specification, which are those of the specification v2.</summary>
/// <remarks>
/// <c>uuid</c>, by which PostHog drops repetitions together with time, name and <c>distinct_id</c>, is the event's id where that is a UUID or 32 hexadecimal digits, else a hash of it. Events of
/// guests carry <c>$process_person_profile</c> false, so that they make no person. <c>$groups</c> is not written: the canonical event knows no groups. What comes out has passed
/// <see cref="PostHogValidator"/>. Sources: posthog.com/docs/api/capture, posthog.com/docs/data/event-spec/ecommerce-events; 2026-11. Pure and thread-safe.
/// </remarks>
/// <param name="options">Options; null for the default.</param>
public sealed class PostHogProjection(CommerceProjectionOptions? options = null) : IEventProjection
{
    // The transport adds the API key to the body.
    private const int KeyBytes = 1_000;

    private readonly CommerceProjectionOptions _options = options ?? CommerceProjectionOptions.Default;

    /// <inheritdoc />
    public string Collector => "posthog";

    /// <inheritdoc />
    public BatchLimits Limits { get; } = new(int.MaxValue, CollectorLimits.PostHogBodyBytes - KeyBytes, CollectorLimits.PostHogEventBytes);

    /// <inheritdoc />
    public ProjectionOutcome Project(ShopEvent @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        if (RequestBody.Unsound(@event) is { } refused)
        {
            return refused;
        }

        string name = SpecProperties.Name(@event), who = @event.Visit.UserId ?? @event.Visit.AnonymousId;
        if (who.Length > CollectorLimits.PostHogDistinctId)
        {
            return new ProjectionOutcome.Refused("identifier_unfit", $"PostHog cuts an id to {CollectorLimits.PostHogDistinctId} characters, which may make one visitor of two.");
        }

        using PayloadWriter writer = new(SpecProperties.LongestText);
        writer.Open();
        writer.Json.WriteString("event", name);
        Identity(writer, @event, who);
        writer.Json.WriteString("timestamp", InstantPattern.ExtendedIso.Format(@event.OccurredAt));
        writer.Open("properties");
        Context(writer, @event.Visit.Context);
        writer.Id("$device_id", @event.Visit.AnonymousId, "visit.anonymousId");
        if (@event.Visit.UserId is null)
        {
            writer.Flag("$process_person_profile", false);
        }

        SpecProperties.Write(writer, @event, _options.MarginTiers, int.MaxValue);
        writer.Json.WriteEndObject();
        writer.Json.WriteEndObject();
        ProjectedEvent projected = new(@event.EventId, name, string.Empty, writer.Done());
        if (projected.Json.Length > Limits.EventBytes)
        {
            return new ProjectionOutcome.Refused("too_large", $"The event has {projected.Json.Length} bytes, at most {Limits.EventBytes}.");
        }

        CollectorReport report = PostHogValidator.Validate(Compose([projected]).Span);
        return report.IsValid
            ? new ProjectionOutcome.Projected(projected, writer.Losses)
            : new ProjectionOutcome.Refused("payload_invalid", report.Messages.First(m => m.Severity == Severity.Error).Description, report);
    }

    /// <inheritdoc />
    public ReadOnlyMemory<byte> Compose(IReadOnlyList<ProjectedEvent> events) => RequestBody.Join("{\"batch\":[", events, "]}");

    private static void Identity(PayloadWriter writer, ShopEvent e, string who)
    {
        writer.Id("distinct_id", who, e.Visit.UserId is null ? "visit.anonymousId" : "visit.userId");
        if (!Guid.TryParse(e.EventId, out Guid uuid))
        {
            uuid = Guid.ParseExact(Events.Internal.EventIds.Derive("posthog", e.EventId), "N");
            writer.Lose("eventId", "renamed", "PostHog takes UUIDs only; uuid is a hash of the id.");
        }

        writer.Json.WriteString("uuid", uuid.ToString("D"));
    }

    private static void Context(PayloadWriter writer, EventContext context)
    {
        writer.Text("$current_url", context.PageUrl, "visit.context.pageUrl");
        writer.Text("title", context.PageTitle, "visit.context.pageTitle");
        writer.Text("$referrer", context.Referrer, "visit.context.referrer");
        writer.Text("$device_type", context.Device, "visit.context.device");
        writer.Text("$browser_language", context.Locale, "visit.context.locale");
        writer.Text("$timezone", context.TimeZone, "visit.context.timeZone");
        writer.Text("utm_source", context.Campaign?.Source, "visit.context.campaign.source");
        writer.Text("utm_medium", context.Campaign?.Medium, "visit.context.campaign.medium");
        writer.Text("utm_campaign", context.Campaign?.Name, "visit.context.campaign.name");
        writer.Text("utm_term", context.Campaign?.Term, "visit.context.campaign.term");
        writer.Text("utm_content", context.Campaign?.Content, "visit.context.campaign.content");
    }
}
