namespace EcomOps.Analytics.Dashboard;

/// <summary>Revenue of one channel that had spend, by day.</summary>
/// <param name="HasSpend">Whether spend lies on a day.</param>
/// <param name="Revenue">Gross sales less discounts of a day's orders.</param>
public sealed record DailyChannel(IReadOnlyList<bool> HasSpend, IReadOnlyList<decimal> Revenue);
