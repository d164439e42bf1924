using EcomOps.Analytics.Cohorts;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Segments;
using EcomOps.Core;

namespace EcomOps.Operations.Steps;

/// <summary>Customers as analysis sees them: known customers only.</summary>
/// <param name="Orders">Orders by customer and day.</param>
/// <param name="Segmentation">RFM segments on the day after the history ends, by the cut points of the fifths of that day.</param>
/// <param name="Before">The same a month earlier by the same cut points; null when the history is shorter.</param>
/// <param name="Migration">Who moved between the two; null when the history is shorter.</param>
/// <param name="Cohorts">Monthly cohorts.</param>
/// <param name="Repeat">Customers with a second order.</param>
/// <param name="ReturnsBySegment">Value of returns by segment of the customer.</param>
internal sealed record CustomerResults(
    CustomerOrders Orders,
    RfmSegmentation Segmentation,
    RfmSegmentation? Before,
    SegmentMigration? Migration,
    CohortTable Cohorts,
    RepeatRate Repeat,
    IReadOnlyDictionary<string, Money> ReturnsBySegment);
