namespace EcomOps.Analytics.Growth;

/// <summary>Incremental return on ad spend from a holdout: revenue of those who could see the ads less the scaled revenue of those who could not, over the spend. A point only; <see cref="IncrementalReturnTest"/> gives the interval.</summary>
/// <param name="Spend">Spend on the exposed group, above 0, in major units of one currency.</param>
/// <param name="ExposedRevenue">Revenue of the exposed group.</param>
/// <param name="ExposedUnits">Its size (visitors, customers, regions' population), above 0.</param>
/// <param name="ControlRevenue">Revenue of the holdout.</param>
/// <param name="ControlUnits">Its size, above 0.</param>
public sealed record IncrementalReturn(decimal Spend, decimal ExposedRevenue, decimal ExposedUnits, decimal ControlRevenue, decimal ControlUnits)
{
    /// <summary>Revenue that the spend brought; null when the holdout is empty.</summary>
    public decimal? IncrementalRevenue => ControlUnits == 0 ? null : ExposedRevenue - (ControlRevenue * ExposedUnits / ControlUnits);

    /// <summary>Incremental revenue over spend; null when there was no spend or no holdout.</summary>
    public decimal? Iroas => Spend == 0 ? null : IncrementalRevenue / Spend;
}
