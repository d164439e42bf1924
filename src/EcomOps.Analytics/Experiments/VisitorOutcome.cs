namespace EcomOps.Analytics.Experiments;

/// <summary>One visitor's behaviour after first exposure.</summary>
/// <param name="Orders">Orders, 0 or more.</param>
/// <param name="Revenue">Net revenue in major units of the shop's currency.</param>
/// <param name="PriorRevenue">Revenue before the experiment, for variance reduction; null when not known.</param>
public readonly record struct VisitorOutcome(int Orders, double Revenue, double? PriorRevenue = null);
