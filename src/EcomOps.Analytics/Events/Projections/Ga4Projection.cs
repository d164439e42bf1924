using EcomOps.Analytics.Events.Projections.Internal;
using EcomOps.Analytics.Events.Validation;
using EcomOps.Core;

namespace EcomOps.Analytics.Events.Projections;

/// <summary>Events in the form of GA4: the Measurement Protocol and gtag.js.</summary>
/// <remarks>
/// Carries the custom dimensions <c>margin_tier</c>, <c>acquisition_source</c> and <c>lifetime_purchases</c>; the margin itself is never written. What comes out has passed
/// <see cref="Ga4Validator"/>. Pure and thread-safe.
/// </remarks>
/// <param name="options">Options; null for the default.</param>
public sealed class Ga4Projection(Ga4ProjectionOptions? options = null) : IEventProjection
{
    // Leaves room for ids, consent and user properties, which a request carries once.
    private const int HeadBytes = 8_000;

    private readonly Ga4ProjectionOptions _options = options ?? Ga4ProjectionOptions.Default;
    private readonly Ga4ValidatorOptions _judge = new() { Stream = options?.Stream ?? Ga4Stream.Web, IsPremium = options?.IsPremium ?? false, LengthUnit = TextLengthUnit.Utf16 };

    /// <inheritdoc />
    public string Collector => "ga4";

    /// <inheritdoc />
    public BatchLimits Limits { get; } = new(CollectorLimits.Ga4Events, CollectorLimits.Ga4BodyBytes, CollectorLimits.Ga4BodyBytes - HeadBytes);

    /// <inheritdoc />
    public ProjectionOutcome Project(ShopEvent @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        if (Refusal(@event, out string name) is { } refused)
        {
            return refused;
        }

        List<ProjectionLoss> losses = [];
        string head = Ga4Head.Of(@event, _options, losses);
        using PayloadWriter writer = new(Longest());
        writer.Json.WriteStartObject();
        writer.Json.WriteString("name", name);
        Ga4Parameters.Write(writer, @event, _options, isProtocol: true);
        writer.Json.WriteNumber("timestamp_micros", @event.OccurredAt.ToUnixTimeTicks() / 10);
        writer.Json.WriteEndObject();
        ProjectedEvent projected = new(@event.EventId, name, head, writer.Done());
        CollectorReport report = Ga4Validator.Validate(Compose([projected]).Span, _judge);
        return !report.IsValid ? new ProjectionOutcome.Refused("payload_invalid", report.Messages.First(m => m.Severity == Severity.Error).Description, report)
            : projected.Json.Length > Limits.EventBytes ? new ProjectionOutcome.Refused("too_large", $"The event has {projected.Json.Length} bytes, at most {Limits.EventBytes}.")
            : new ProjectionOutcome.Projected(projected, [.. losses, .. writer.Losses]);
    }

    /// <inheritdoc />
    public ReadOnlyMemory<byte> Compose(IReadOnlyList<ProjectedEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentOutOfRangeException.ThrowIfZero(events.Count, nameof(events));
        return RequestBody.Join("{" + events[0].Head + ",\"events\":[", events, "]}");
    }

    /// <summary>The event as a call of gtag.js, for the page itself.</summary>
    /// <param name="event">Event.</param>
    /// <returns>The call; null when GA4 has no such event or would refuse it, for the reason that <see cref="Project"/> gives.</returns>
    public GtagCall? ToGtag(ShopEvent @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        if (Refusal(@event, out string name) is not null)
        {
            return null;
        }

        using PayloadWriter writer = new(Longest());
        Ga4Parameters.Write(writer, @event, _options, isProtocol: false);
        ReadOnlyMemory<byte> json = writer.Done();
        return Ga4Validator.ValidateGtag(name, json.Span, _judge).IsValid ? new GtagCall(name, writer.DoneText(), [.. writer.Losses]) : null;
    }

    private static ProjectionOutcome.Refused? Refusal(ShopEvent e, out string name)
    {
        name = e.Kind == ShopEventKind.Custom ? e.CustomName ?? string.Empty : Enum.IsDefined(e.Kind) ? TrackingPlan.Of(e.Kind).Ga4Name ?? string.Empty : string.Empty;
        return RequestBody.Unsound(e) ?? (name.Length > 0 ? null : new ProjectionOutcome.Refused("no_counterpart", "GA4 has no event of this meaning."));
    }

    private int Longest() => _options.IsPremium ? CollectorLimits.Ga4PremiumParameterValue : CollectorLimits.Ga4ParameterValue;
}
