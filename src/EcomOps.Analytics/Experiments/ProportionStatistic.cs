namespace EcomOps.Analytics.Experiments;

/// <summary>A share of visitors, for example those who ordered.</summary>
/// <param name="Count">Visitors.</param>
/// <param name="Successes">Visitors with the event, 0 to <paramref name="Count"/>.</param>
public sealed record ProportionStatistic(double Count, double Successes) : SampleStatistic
{
    /// <inheritdoc />
    public override double N => Count;

    /// <inheritdoc />
    public override double Mean => Count == 0 ? 0 : Successes / Count;

    /// <summary>p (1 - p).</summary>
    public override double Variance => Mean * (1 - Mean);
}
