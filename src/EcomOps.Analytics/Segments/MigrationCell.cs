using EcomOps.Core;

namespace EcomOps.Analytics.Segments;

/// <summary>Customers who were in one segment on the earlier day and in another, or the same, on the later.</summary>
/// <param name="From">Segment on the earlier day; <see cref="SegmentMigration.New"/> for those not there yet.</param>
/// <param name="To">Segment on the later day; <see cref="SegmentMigration.Gone"/> for those no longer there.</param>
/// <param name="Customers">Number of customers, 0 or more.</param>
/// <param name="RowShare">Share of all customers of <paramref name="From"/>, 0 to 1; null when it had none.</param>
/// <param name="MonetaryBefore">Their monetary value on the earlier day; zero for those not there yet.</param>
/// <param name="MonetaryAfter">Their monetary value on the later day: what moved. Zero for those no longer there.</param>
public sealed record MigrationCell(string From, string To, int Customers, double? RowShare, Money MonetaryBefore, Money MonetaryAfter);
