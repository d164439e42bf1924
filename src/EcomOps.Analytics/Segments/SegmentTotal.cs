using EcomOps.Core;

namespace EcomOps.Analytics.Segments;

/// <summary>Totals of one segment.</summary>
/// <param name="Segment">Segment.</param>
/// <param name="Customers">Number of customers.</param>
/// <param name="CustomerShare">Share of all scored customers, 0 to 1.</param>
/// <param name="Monetary">Sum of monetary values.</param>
/// <param name="MonetaryShare">Share of the sum over all; null when that sum is zero.</param>
/// <param name="AverageRecencyDays">Mean days since the last order; null for an empty segment.</param>
/// <param name="AverageFrequency">Mean frequency; null for an empty segment.</param>
public sealed record SegmentTotal(string Segment, int Customers, double CustomerShare, Money Monetary, double? MonetaryShare, double? AverageRecencyDays, double? AverageFrequency);
