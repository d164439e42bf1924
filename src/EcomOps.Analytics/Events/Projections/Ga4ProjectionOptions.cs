using EcomOps.Analytics.Events.Validation;

namespace EcomOps.Analytics.Events.Projections;

/// <summary>How events are put into GA4's form.</summary>
public sealed record Ga4ProjectionOptions
{
    /// <summary>A web stream of a standard property with the default tiers.</summary>
    public static Ga4ProjectionOptions Default { get; } = new();

    /// <summary>Tiers of the custom dimension <c>margin_tier</c>, on the event and on each item.</summary>
    public MarginTiers MarginTiers { get; init; } = MarginTiers.Default;

    /// <summary>Whether <c>acquisition_source</c> and <c>lifetime_purchases</c> are user properties; false, the default, makes them parameters of the event.</summary>
    public bool CustomerAsUserProperties { get; init; }

    /// <summary>Kind of stream; web by default.</summary>
    public Ga4Stream Stream { get; init; }

    /// <summary>Whether the property is a 360 property; false by default.</summary>
    public bool IsPremium { get; init; }
}
