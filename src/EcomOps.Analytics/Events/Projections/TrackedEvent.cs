namespace EcomOps.Analytics.Events.Projections;

/// <summary>One row of the tracking plan.</summary>
/// <param name="Kind">Canonical kind.</param>
/// <param name="Ga4Name">Name at GA4; null when GA4 gets no such event.</param>
/// <param name="IsCustomAtGa4">Whether GA4 has no event of this meaning, so that the name is our own.</param>
/// <param name="SpecName">Name in the e-commerce specification v2, which Segment, RudderStack and PostHog share and which Mixpanel and Amplitude get too.</param>
/// <param name="MustCarry">What GA4 requires, in words.</param>
public sealed record TrackedEvent(ShopEventKind Kind, string? Ga4Name, bool IsCustomAtGa4, string SpecName, string MustCarry);
