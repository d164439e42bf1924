namespace EcomOps.Analytics.Experiments;

/// <summary>Settings of an analysis. Alpha is stated by the caller; nothing about it is hidden.</summary>
/// <param name="Alpha">Two-sided error rate of the decision metric, 0 to 1 exclusive.</param>
public sealed record ExperimentOptions(double Alpha)
{
    /// <summary>Planned shares, control first; equal when null.</summary>
    public IReadOnlyList<double>? Shares { get; init; }

    /// <summary>Tuning of an always-valid analysis, for experiments that are looked at while they run; null for one look at the planned end.</summary>
    public double? SequentialTuning { get; init; }

    /// <summary>Percentile of pooled revenue at which it is capped; null for no cap. 0.999 tames single huge orders.</summary>
    public double? WinsoriseAt { get; init; }

    /// <summary>Relative loss of conversion that would be tolerated for a gain of revenue; 0.02 by default.</summary>
    public double GuardrailMargin { get; init; } = 0.02;

    /// <summary>Further metrics that must not be hurt (return rate, margin per visitor, page time); conversion always is one.</summary>
    public IReadOnlyList<Guardrail> Guardrails { get; init; } = [];
}
