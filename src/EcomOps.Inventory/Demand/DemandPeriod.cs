namespace EcomOps.Inventory.Demand;

/// <summary>Length of one period of a demand series.</summary>
public enum DemandPeriod
{
    /// <summary>No calendar: periods are just counted.</summary>
    Unspecified = 0,

    /// <summary>Days; the season is the week, 7 periods.</summary>
    Day,

    /// <summary>ISO weeks from Monday; the season is the year, 52 periods (a 53rd week is an ordinary week).</summary>
    Week,

    /// <summary>Calendar months; the season is the year, 12 periods.</summary>
    Month,

    /// <summary>Calendar quarters; the season is the year, 4 periods.</summary>
    Quarter,
}
