using EcomOps.Core;

namespace EcomOps.Analytics.Experiments;

/// <summary>An experiment that could be run.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Hypothesis">What should happen and why.</param>
/// <param name="EligibleVisitorsPerMonth">Visitors who would see it.</param>
/// <param name="BaselineRate">Share of them that converts today, 0 to 1.</param>
/// <param name="ValuePerConversion">Net sales of one conversion.</param>
/// <param name="MarginRate">Contribution margin over net sales, 0 to 1.</param>
/// <param name="ExpectedRelativeLift">Lift if the idea works, above 0: 0.05 is five percent.</param>
/// <param name="ProbabilityOfSuccess">Chance that it works, 0 to 1; the share of past ideas that did is a good start.</param>
/// <param name="CostToBuild">One-time cost.</param>
public sealed record BacklogIdea(
    string Id, string Hypothesis, long EligibleVisitorsPerMonth, double BaselineRate, Money ValuePerConversion, decimal MarginRate, double ExpectedRelativeLift, double ProbabilityOfSuccess, Money CostToBuild);
