using EcomOps.Analytics.Events.Projections.Internal;
using EcomOps.Analytics.Events.Validation;
using EcomOps.Core;

namespace EcomOps.Analytics.Events.Projections;

/// <summary>Events in the form of Mixpanel's <c>/import</c>, with the names and properties of the e-commerce specification v2.</summary>
/// <remarks>
/// <c>$insert_id</c> is the event's id, or a hash of it where Mixpanel would not take it. What comes out has passed <see cref="MixpanelValidator"/>. Pure and thread-safe.
/// </remarks>
/// <param name="options">Options; null for the default.</param>
public sealed class MixpanelProjection(CommerceProjectionOptions? options = null) : IEventProjection
{
    private readonly CommerceProjectionOptions _options = options ?? CommerceProjectionOptions.Default;

    /// <inheritdoc />
    public string Collector => "mixpanel";

    /// <inheritdoc />
    public BatchLimits Limits { get; } = new(CollectorLimits.MixpanelEvents, CollectorLimits.MixpanelBodyBytes, CollectorLimits.MixpanelEventBytes);

    /// <inheritdoc />
    public ProjectionOutcome Project(ShopEvent @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        if (RequestBody.Unsound(@event) is { } refused)
        {
            return refused;
        }

        string name = SpecProperties.Name(@event), insertId = @event.EventId;
        using PayloadWriter writer = new(CollectorLimits.MixpanelText);
        if (!MixpanelValidator.IsInsertId(insertId))
        {
            insertId = Events.Internal.EventIds.Derive("mixpanel", insertId);
            writer.Lose("eventId", "renamed", "Mixpanel takes letters, digits and hyphens only, at most 36; $insert_id is a hash of the id.");
        }

        writer.Json.WriteStartObject();
        writer.Json.WriteString("event", name);
        writer.Open("properties");
        writer.Number("time", @event.OccurredAt.ToUnixTimeMilliseconds());
        writer.Id("$insert_id", insertId, "eventId");
        writer.Id("distinct_id", @event.Visit.UserId ?? @event.Visit.AnonymousId, "visit");
        writer.Id("$device_id", @event.Visit.AnonymousId, "visit.anonymousId");
        writer.Text("$user_id", @event.Visit.UserId, "visit.userId");
        Context(writer, @event.Visit.Context);
        SpecProperties.Write(writer, @event, _options.MarginTiers, CollectorLimits.MixpanelProperties);
        writer.Json.WriteEndObject();
        writer.Json.WriteEndObject();
        ProjectedEvent projected = new(@event.EventId, name, string.Empty, writer.Done());
        CollectorReport report = MixpanelValidator.Validate(Compose([projected]).Span);
        return report.IsValid
            ? new ProjectionOutcome.Projected(projected, writer.Losses)
            : new ProjectionOutcome.Refused("payload_invalid", report.Messages.First(m => m.Severity == Severity.Error).Description, report);
    }

    /// <inheritdoc />
    public ReadOnlyMemory<byte> Compose(IReadOnlyList<ProjectedEvent> events) => RequestBody.Join("[", events, "]");

    private static void Context(PayloadWriter writer, EventContext context)
    {
        writer.Text("$current_url", context.PageUrl, "visit.context.pageUrl");
        writer.Text("page_title", context.PageTitle, "visit.context.pageTitle");
        writer.Text("$referrer", context.Referrer, "visit.context.referrer");
        writer.Text("device_type", context.Device, "visit.context.device");
        writer.Text("locale", context.Locale, "visit.context.locale");
        writer.Text("time_zone", context.TimeZone, "visit.context.timeZone");
        writer.Text("utm_source", context.Campaign?.Source, "visit.context.campaign.source");
        writer.Text("utm_medium", context.Campaign?.Medium, "visit.context.campaign.medium");
        writer.Text("utm_campaign", context.Campaign?.Name, "visit.context.campaign.name");
        writer.Text("utm_term", context.Campaign?.Term, "visit.context.campaign.term");
        writer.Text("utm_content", context.Campaign?.Content, "visit.context.campaign.content");
    }
}
