using EcomOps.Core;

namespace EcomOps.Analytics.Ltv;

/// <summary>Customers of one acquisition channel, first category, or both, against what they cost.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="Customers">Customers acquired.</param>
/// <param name="Cac">Acquisition spend over customers, rounded half to even; null when no spend is known for the group.</param>
/// <param name="ToDate">Contribution a customer so far, rounded half to even.</param>
/// <param name="Expected">Expected future contribution a customer, rounded half to even; null when none was given.</param>
/// <param name="Months">Cumulative contribution by month after the first order, as far as the data reach.</param>
public sealed record AcquisitionGroup(string Group, int Customers, Money? Cac, Money ToDate, Money? Expected, IReadOnlyList<AcquisitionMonth> Months)
{
    /// <summary>First month after the first order in which cumulative contribution reaches the cost; null when it did not within the data, or the cost is not known.</summary>
    public int? PaybackMonths => Cac is { } cost ? Months.FirstOrDefault(m => m.CumulativePerCustomer >= cost)?.Month : null;

    /// <summary>Contribution to date and expected over the cost; null without a cost above zero. On contribution, never on revenue.</summary>
    public double? ValueToCost => Cac is { IsZero: false } cost ? (double)((ToDate.Amount + (Expected?.Amount ?? 0)) / cost.Amount) : null;
}
