using EcomOps.Analytics.Events.Validation;

namespace EcomOps.Analytics.Events.Projections;

/// <summary>Answer of a projection: <see cref="Projected"/> or <see cref="Refused"/>.</summary>
public abstract record ProjectionOutcome
{
    private ProjectionOutcome()
    {
    }

    /// <summary>The collector can take the event.</summary>
    /// <param name="Event">Its form.</param>
    /// <param name="Losses">What it does not carry; empty when it carries everything.</param>
    public sealed record Projected(ProjectedEvent Event, IReadOnlyList<ProjectionLoss> Losses) : ProjectionOutcome;

    /// <summary>The collector cannot take the event.</summary>
    /// <param name="Code"><c>event_invalid</c>, <c>no_counterpart</c>, <c>identifier_unfit</c>, <c>too_large</c> or <c>payload_invalid</c>.</param>
    /// <param name="Message">Why, for people.</param>
    /// <param name="Report">Findings of the collector's validator; null when it did not come that far.</param>
    public sealed record Refused(string Code, string Message, CollectorReport? Report = null) : ProjectionOutcome;
}
