namespace EcomOps.Analytics.Ltv;

/// <summary>How far lifetime value looks ahead and how it discounts.</summary>
/// <param name="Months">Months ahead, 1 or more.</param>
/// <param name="MonthlyDiscount">Discount a month, 0 or more: 0.01 is one percent. Month k is divided by (1 + discount)^k.</param>
/// <param name="WeeksPerMonth">Length of a month in weeks; 4.345 by default.</param>
public sealed record LifetimeHorizon(int Months, double MonthlyDiscount = 0, double WeeksPerMonth = 4.345)
{
    /// <summary>A horizon with a discount per year.</summary>
    /// <param name="months">Months ahead.</param>
    /// <param name="yearlyDiscount">Discount a year, 0 or more; a month counts its twelfth root.</param>
    /// <returns>The horizon.</returns>
    public static LifetimeHorizon PerYear(int months, double yearlyDiscount) => new(months, Math.Pow(1 + yearlyDiscount, 1.0 / 12) - 1);

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Months, 1);
        if (!(MonthlyDiscount >= 0) || !double.IsFinite(MonthlyDiscount))
        {
            throw new ArgumentOutOfRangeException(nameof(MonthlyDiscount), MonthlyDiscount, "The discount a month must be 0 or more.");
        }

        PurchaseModel.RequirePositive(WeeksPerMonth, nameof(WeeksPerMonth));
    }
}
