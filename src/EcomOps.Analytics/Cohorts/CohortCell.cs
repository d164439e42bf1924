using EcomOps.Core;

namespace EcomOps.Analytics.Cohorts;

/// <summary>One cohort in one period after its first.</summary>
/// <param name="Customers">Distinct customers active.</param>
/// <param name="Retention">Customers over cohort size, 0 to 1; 1 in period 0.</param>
/// <param name="Value">Value of the orders of the period less refunds booked in it.</param>
/// <param name="ValueRetention">Value over the value of period 0; may exceed 1; null when that is zero.</param>
/// <param name="CumulativeValuePerCustomer">Value up to and including the period by acquired customer, rounded half to even to the minor unit.</param>
/// <param name="IsPartial">Whether the period was not over at the end of the data: never to be read as a decline.</param>
public sealed record CohortCell(int Customers, double Retention, Money Value, double? ValueRetention, Money CumulativeValuePerCustomer, bool IsPartial);
