namespace EcomOps.Analytics.Experiments;

/// <summary>What one variant's visitors sum up to for one metric. Sums add, so days and shards can be combined.</summary>
public abstract record SampleStatistic
{
    /// <summary>Visitors (analysis units).</summary>
    public abstract double N { get; }

    /// <summary>Mean of the metric; a ratio metric's is sum over sum.</summary>
    public abstract double Mean { get; }

    /// <summary>Variance of one visitor's contribution: the variance of the mean times <see cref="N"/>.</summary>
    public abstract double Variance { get; }

    /// <summary>The mean without regression adjustment, the base of relative differences.</summary>
    public virtual double UnadjustedMean => Mean;

    internal virtual (SampleStatistic Control, SampleStatistic Treatment) AdjustWith(SampleStatistic treatment) => (this, treatment);
}
