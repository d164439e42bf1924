namespace EcomOps.Analytics.Dashboard;

/// <summary>A day on which a known customer ordered, with the last day before, so that customers of any range can be counted once.</summary>
/// <param name="Day">Day, counted from the first day of the figures.</param>
/// <param name="Previous">Day of the customer's order before in the same part of the shop; -1 when it lies before the figures or there is none.</param>
/// <param name="IsReturning">Whether the customer had ordered before, anywhere in the shop.</param>
/// <param name="PreviousReturning">Day of the last order before as a returning customer; -1 when it lies before the figures or there is none.</param>
public readonly record struct CustomerVisit(int Day, int Previous, bool IsReturning, int PreviousReturning);
