namespace EcomOps.Routing.Plans;

/// <summary>What became of a location in a routing decision.</summary>
public enum CandidateStatus
{
    /// <summary>It sends a parcel of the plan.</summary>
    Used,

    /// <summary>It could have sent something, but every plan with it costs more, or as much with more parcels or a later place in the order of ids.</summary>
    Outbid,

    /// <summary>A rule, the rate table, its stock, its capacity or the promise excludes it.</summary>
    Excluded,
}
