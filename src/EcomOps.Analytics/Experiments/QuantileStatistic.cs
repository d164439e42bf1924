namespace EcomOps.Analytics.Experiments;

/// <summary>A quantile with its 95 % limits, for example of delivery or page time.</summary>
/// <param name="Count">Visitors.</param>
/// <param name="Level">Level, 0 to 1.</param>
/// <param name="Estimate">Quantile.</param>
/// <param name="Lower">Lower 95 % limit.</param>
/// <param name="Upper">Upper 95 % limit.</param>
public sealed record QuantileStatistic(double Count, double Level, double Estimate, double Lower, double Upper) : SampleStatistic
{
    private const double TwiceZ = 2 * 1.959963984540054;

    /// <inheritdoc />
    public override double N => Count;

    /// <inheritdoc />
    public override double Mean => Estimate;

    /// <summary>Squared standard error, (upper - lower) / (2 z), times one less than the count.</summary>
    public override double Variance => (Upper - Lower) / TwiceZ * ((Upper - Lower) / TwiceZ) * (Count - 1);
}
