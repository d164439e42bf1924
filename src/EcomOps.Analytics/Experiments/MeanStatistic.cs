namespace EcomOps.Analytics.Experiments;

/// <summary>A mean over visitors, zeros included: revenue per visitor, orders per visitor.</summary>
/// <param name="Count">Visitors.</param>
/// <param name="Sum">Sum of the values.</param>
/// <param name="SumOfSquares">Sum of squared values.</param>
public sealed record MeanStatistic(double Count, double Sum, double SumOfSquares) : SampleStatistic
{
    /// <inheritdoc />
    public override double N => Count;

    /// <inheritdoc />
    public override double Mean => Count == 0 ? 0 : Sum / Count;

    /// <inheritdoc />
    public override double Variance => Count <= 1 ? 0 : (SumOfSquares - (Sum * Sum / Count)) / (Count - 1);

    /// <summary>Adds two parts.</summary>
    /// <param name="left">One part.</param>
    /// <param name="right">Another.</param>
    public static MeanStatistic operator +(MeanStatistic left, MeanStatistic right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(left.Count + right.Count, left.Sum + right.Sum, left.SumOfSquares + right.SumOfSquares);
    }

    /// <summary>Adds two parts.</summary>
    /// <param name="left">One part.</param>
    /// <param name="right">Another.</param>
    /// <returns>Their sum.</returns>
    public static MeanStatistic Add(MeanStatistic left, MeanStatistic right) => left + right;

    /// <summary>Sums values up, one per visitor.</summary>
    /// <param name="values">Values.</param>
    /// <returns>The statistic.</returns>
    public static MeanStatistic Of(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double n = 0, sum = 0, squares = 0;
        foreach (double value in values)
        {
            n++;
            sum += value;
            squares += value * value;
        }

        return new MeanStatistic(n, sum, squares);
    }
}
