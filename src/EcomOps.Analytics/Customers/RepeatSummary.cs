namespace EcomOps.Analytics.Customers;

/// <summary>One customer's purchase history as lifetime-value models see it, or several customers with the same history.</summary>
/// <param name="Frequency">Repeat purchase days after the first, x; 0 or more. Several orders on one day are one purchase.</param>
/// <param name="Recency">Time from the first to the last purchase, t_x; 0 when there is no repeat.</param>
/// <param name="Age">Time from the first purchase to the end of observation, T; at least <paramref name="Recency"/>.</param>
/// <param name="Weight">Number of customers with this history; above 0.</param>
public readonly record struct RepeatSummary(int Frequency, double Recency, double Age, double Weight = 1);
