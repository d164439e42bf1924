using EcomOps.Core;

namespace EcomOps.Analytics.Recommendations;

/// <summary>How well one model foresaw what customers bought; means over customers.</summary>
/// <param name="Model">Name of the model.</param>
public sealed record RecommendationQuality(string Model)
{
    /// <summary>Hits over k.</summary>
    public required double Precision { get; init; }

    /// <summary>Hits over items to find.</summary>
    public required double Recall { get; init; }

    /// <summary>Mean average precision, over items to find.</summary>
    public required double MeanAveragePrecision { get; init; }

    /// <summary>Mean nDCG.</summary>
    public required double Ndcg { get; init; }

    /// <summary>Share of customers with at least one hit.</summary>
    public required double HitRate { get; init; }

    /// <summary>Share of the items that were shown to anybody: a model that shows everybody the same ten has almost none.</summary>
    public required double Coverage { get; init; }

    /// <summary>Value found over value to find, by price, all customers together; null without prices.</summary>
    public required double? RevenueRecall { get; init; }

    /// <summary>Contribution margin found over margin to find, all customers together, over items whose margin is known; null without margins, or when there is none to find.</summary>
    public required double? MarginRecall { get; init; }

    /// <summary>Mean contribution margin of a unit over the shown items whose margin is known, rounded half to even; null without.</summary>
    public required Money? AverageMargin { get; init; }

    /// <summary>Mean contribution margin of the shown items whose margin is known over their mean price; null without.</summary>
    public required double? MarginShare { get; init; }

    /// <summary>Mean difference of nDCG to the first model of the report (popularity) over the same customers, with a 95 % interval (normal, paired).</summary>
    public required (double Mean, double Low, double High) NdcgGain { get; init; }
}
