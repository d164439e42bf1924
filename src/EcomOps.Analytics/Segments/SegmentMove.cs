namespace EcomOps.Analytics.Segments;

/// <summary>Customers who moved between two segments from one day to a later one.</summary>
/// <param name="From">Segment before; null for customers who had not ordered yet.</param>
/// <param name="To">Segment after.</param>
/// <param name="Customers">Number of customers.</param>
public sealed record SegmentMove(string? From, string To, int Customers);
