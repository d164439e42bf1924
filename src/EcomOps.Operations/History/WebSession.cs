using NodaTime;

namespace EcomOps.Operations.History;

/// <summary>One visit of the web shop.</summary>
/// <param name="Id">Its id.</param>
/// <param name="VisitorId">Pseudonymous visitor; the same over visits.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Channel">Acquisition channel of the visit ("search").</param>
/// <param name="Device">Kind of device ("mobile", "desktop").</param>
/// <param name="Reached">Furthest step.</param>
public sealed record WebSession(string Id, string VisitorId, Instant StartedAt, string Channel, string Device, WebStep Reached)
{
    /// <summary>Order that the visit ended in; null if none.</summary>
    public string? OrderId { get; init; }

    /// <summary>Seconds from the start of the visit to each step after <see cref="WebStep.Visit"/> up to <see cref="Reached"/>, ascending; empty if unknown.</summary>
    public IReadOnlyList<int> StepSeconds { get; init; } = [];

    /// <summary>Variant seen, by experiment id; empty if the visit took part in none.</summary>
    public IReadOnlyDictionary<string, string> Variants { get; init; } = new Dictionary<string, string>();
}
