namespace EcomOps.Analytics.Segments;

/// <summary>What to do with the customers of a segment.</summary>
/// <param name="Segment">Segment.</param>
/// <param name="Goal">What the campaign should achieve.</param>
/// <param name="Offer">What to offer, and what not.</param>
/// <param name="Channel">Where to reach them and how often.</param>
/// <param name="Measure">The figure that tells whether it worked, against a holdout.</param>
public sealed record CampaignBrief(string Segment, string Goal, string Offer, string Channel, string Measure);
