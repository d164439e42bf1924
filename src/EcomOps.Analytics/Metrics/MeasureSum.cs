namespace EcomOps.Analytics.Metrics;

/// <summary>Measures added up and taken off.</summary>
/// <param name="Terms">Measures with their signs; at least one.</param>
/// <remarks>Immutable.</remarks>
public sealed record MeasureSum(IReadOnlyList<MeasureTerm> Terms)
{
    /// <summary>A measure by itself.</summary>
    /// <param name="measure">Measure.</param>
    public static implicit operator MeasureSum(Measure measure) => FromMeasure(measure);

    /// <summary>A measure by itself.</summary>
    /// <param name="measure">Measure.</param>
    /// <returns>The sum of one.</returns>
    public static MeasureSum FromMeasure(Measure measure) => new([new MeasureTerm(measure, 1)]);

    /// <summary>Adds a measure.</summary>
    /// <param name="left">Sum.</param>
    /// <param name="right">Measure.</param>
    /// <returns>The longer sum.</returns>
    public static MeasureSum operator +(MeasureSum left, Measure right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return new([.. left.Terms, new MeasureTerm(right, 1)]);
    }

    /// <summary>Takes a measure off.</summary>
    /// <param name="left">Sum.</param>
    /// <param name="right">Measure.</param>
    /// <returns>The longer sum.</returns>
    public static MeasureSum operator -(MeasureSum left, Measure right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return new([.. left.Terms, new MeasureTerm(right, -1)]);
    }

    /// <summary>The value, given that of each measure.</summary>
    /// <param name="of">Value of a measure; null when it is not known.</param>
    /// <returns>The sum; null when one of its measures is.</returns>
    public decimal? Value(Func<Measure, decimal?> of)
    {
        ArgumentNullException.ThrowIfNull(of);
        decimal? sum = 0;
        foreach (MeasureTerm term in Terms)
        {
            sum += term.Sign * of(term.Measure);
        }

        return sum;
    }
}
