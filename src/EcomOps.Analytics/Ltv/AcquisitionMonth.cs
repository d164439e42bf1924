using EcomOps.Core;

namespace EcomOps.Analytics.Ltv;

/// <summary>What acquired customers had brought so many months after their first order.</summary>
/// <param name="Month">Whole calendar months after the first order, 1 or more.</param>
/// <param name="Customers">Customers whose month was over at the end of the data; only they count, so that young customers do not look poor.</param>
/// <param name="CumulativePerCustomer">Their contribution from the first order on, a customer, rounded half to even to the minor unit.</param>
public sealed record AcquisitionMonth(int Month, int Customers, Money CumulativePerCustomer);
