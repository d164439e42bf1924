namespace EcomOps.Analytics.Events.Projections;

/// <summary>How events are put into the forms that follow the e-commerce specification v2.</summary>
public sealed record CommerceProjectionOptions
{
    /// <summary>Default tiers.</summary>
    public static CommerceProjectionOptions Default { get; } = new();

    /// <summary>Tiers of the property <c>margin_tier</c>, on the event and on each product.</summary>
    public MarginTiers MarginTiers { get; init; } = MarginTiers.Default;
}
