namespace EcomOps.Analytics.Experiments;

/// <summary>Comparison of one treatment with control.</summary>
/// <param name="Control">Control's name.</param>
/// <param name="Treatment">Treatment's name.</param>
public sealed record ExperimentResult(string Control, string Treatment)
{
    /// <summary>Visitors of control and treatment.</summary>
    public required (long Control, long Treatment) Visitors { get; init; }

    /// <summary>Check of the split.</summary>
    public required SrmResult Split { get; init; }

    /// <summary>Relative difference of revenue per visitor, the decision metric; adjusted by prior revenue when every visitor has it.</summary>
    public required TwoSampleResult RevenuePerVisitor { get; init; }

    /// <summary>Means of revenue per visitor, control and treatment, after capping.</summary>
    public required (double Control, double Treatment) RevenueMeans { get; init; }

    /// <summary>Relative difference of the conversion rate.</summary>
    public required TwoSampleResult Conversion { get; init; }

    /// <summary>Conversion rates.</summary>
    public required (double Control, double Treatment) ConversionRates { get; init; }

    /// <summary>Relative difference of average order value, a ratio metric.</summary>
    public required TwoSampleResult AverageOrderValue { get; init; }

    /// <summary>Normal posterior of the revenue difference under a flat prior.</summary>
    public required BayesianResult Posterior { get; init; }

    /// <summary>Cap on revenue and the share of visitors capped; null without cap.</summary>
    public required (double Cap, double Share)? Winsorised { get; init; }

    /// <summary>Whether prior revenue reduced the variance.</summary>
    public required bool IsVarianceReduced { get; init; }

    /// <summary>Guardrails, conversion first.</summary>
    public required IReadOnlyList<GuardrailResult> Guardrails { get; init; }

    /// <summary>What to do.</summary>
    public required Decision Decision { get; init; }
}
