namespace EcomOps.Analytics.Events.Projections;

/// <summary>How much one request to a collector may hold; all inclusive.</summary>
/// <param name="Events">Events, 1 or more.</param>
/// <param name="BodyBytes">Bytes of the body.</param>
/// <param name="EventBytes">Bytes of one event.</param>
public sealed record BatchLimits(int Events, int BodyBytes, int EventBytes);
