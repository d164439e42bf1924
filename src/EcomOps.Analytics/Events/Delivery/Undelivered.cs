namespace EcomOps.Analytics.Events.Delivery;

/// <summary>An event that a collector never took.</summary>
/// <param name="Collector">Collector.</param>
/// <param name="EventId">Event.</param>
/// <param name="Code"><c>rejected</c>, <c>refused</c>, <c>attempts_exhausted</c> or <c>too_large</c>.</param>
/// <param name="Reason">The collector's last reason.</param>
/// <param name="Attempts">Attempts made.</param>
public sealed record Undelivered(string Collector, string EventId, string Code, string Reason, int Attempts);
