namespace EcomOps.Analytics.Events;

/// <summary>Where a visit came from.</summary>
/// <param name="Source">Source, for example <c>google</c>; null when not known.</param>
/// <param name="Medium">Medium, for example <c>cpc</c>.</param>
/// <param name="Name">Campaign.</param>
/// <param name="Term">Search term.</param>
/// <param name="Content">Variant of the advertisement.</param>
public sealed record EventCampaign(string? Source = null, string? Medium = null, string? Name = null, string? Term = null, string? Content = null);
