namespace EcomOps.Analytics.Events;

/// <summary>A promotion as it was shown.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="CreativeName">Picture or text shown.</param>
/// <param name="CreativeSlot">Place on the page.</param>
public sealed record EventPromotion(string Id, string? Name = null, string? CreativeName = null, string? CreativeSlot = null);
