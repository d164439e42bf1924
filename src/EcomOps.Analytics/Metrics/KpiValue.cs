namespace EcomOps.Analytics.Metrics;

/// <summary>One metric of a period against the prior period, the prior year and the target.</summary>
/// <param name="Metric">Metric.</param>
/// <param name="Value">Value; null when the facts do not tell.</param>
/// <param name="PriorPeriod">Value of the period before.</param>
/// <param name="PriorYear">Value of the same days one year before.</param>
/// <param name="Target">Target; null without one.</param>
public sealed record KpiValue(Metric Metric, decimal? Value, decimal? PriorPeriod, decimal? PriorYear, decimal? Target)
{
    /// <summary>Relative change against the period before; null when that is zero or not known.</summary>
    public decimal? ChangeToPriorPeriod => Change(PriorPeriod);

    /// <summary>Relative change against the year before; null when that is zero or not known.</summary>
    public decimal? ChangeToPriorYear => Change(PriorYear);

    /// <summary>Value over target, less one; null when the target is zero or not given.</summary>
    public decimal? ChangeToTarget => Change(Target);

    private decimal? Change(decimal? basis) => basis is { } b and not 0 && Value is { } v ? (v - b) / Math.Abs(b) : null;
}
