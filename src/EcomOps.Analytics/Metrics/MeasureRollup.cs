namespace EcomOps.Analytics.Metrics;

/// <summary>How a measure of several days comes from its days; "non-additive" in the words of dbt's MetricFlow.</summary>
public enum MeasureRollup
{
    /// <summary>Days add up; when one day is not known, the sum is not.</summary>
    Sum,

    /// <summary>Known days add up; a day that is not known has no such facts, and the sum is unknown only when every day is.</summary>
    SumOfKnown,

    /// <summary>Distinct customers: a customer of two days counts once.</summary>
    Customers,

    /// <summary>Distinct customers with an earlier order in their life.</summary>
    ReturningCustomers,

    /// <summary>Revenue of the channels on which money was spent on any of the days.</summary>
    PaidChannels,

    /// <summary>Does not come from days.</summary>
    None,
}
