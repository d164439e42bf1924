using EcomOps.Analytics.Metrics;

namespace EcomOps.Analytics.Dashboard;

/// <summary>One part of the shop, day by day.</summary>
/// <param name="Dimension">Dimension; null for the whole shop.</param>
/// <param name="Value">Value of the dimension; null for the whole shop.</param>
/// <param name="Columns">One list a measure, in the order of the figures' measures, with one value a day; empty for measures that do not add up over days.</param>
/// <param name="Visits">Orders of known customers, by day.</param>
/// <param name="Channels">Channels with spend, those that the part takes in.</param>
public sealed record DailyView(
    FactDimension? Dimension, string? Value, IReadOnlyList<IReadOnlyList<decimal?>> Columns, IReadOnlyList<CustomerVisit> Visits, IReadOnlyList<DailyChannel> Channels)
{
    /// <summary>The part as a filter of facts.</summary>
    public FactFilter Filter => Dimension is { } dimension ? FactFilter.Of(dimension, Value!) : FactFilter.None;
}
