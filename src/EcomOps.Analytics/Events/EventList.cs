namespace EcomOps.Analytics.Events;

/// <summary>A list of products: a category page, search results, a block of recommendations.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name; null when it has none.</param>
public sealed record EventList(string Id, string? Name = null);
