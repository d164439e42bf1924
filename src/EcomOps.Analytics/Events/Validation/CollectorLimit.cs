namespace EcomOps.Analytics.Events.Validation;

/// <summary>One documented limit of a collector.</summary>
/// <param name="Collector">Collector: <c>ga4</c>, <c>mixpanel</c>, <c>amplitude</c>, <c>segment</c> or <c>posthog</c>.</param>
/// <param name="What">What is limited.</param>
/// <param name="Most">Largest accepted value, inclusive.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Source">Where it is documented.</param>
/// <param name="Taken">Month in which it was read.</param>
/// <param name="IsVerified">Whether the collector's own documentation was read; false for a secondary source.</param>
public sealed record CollectorLimit(string Collector, string What, int Most, string Unit, string Source, string Taken, bool IsVerified);
