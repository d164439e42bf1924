using EcomOps.Analytics.Experiments;

namespace EcomOps.Analytics.Funnels;

/// <summary>How persons with one property value go on from a step, against all others.</summary>
/// <param name="Property">Property.</param>
/// <param name="Value">Value.</param>
/// <param name="Persons">Persons with it who came to the step.</param>
/// <param name="Rate">Share of them that goes on.</param>
/// <param name="OtherRate">Share of the others that goes on.</param>
/// <param name="Difference"><paramref name="Rate"/> less <paramref name="OtherRate"/>.</param>
/// <param name="Interval">Interval of the difference (Newcombe's hybrid score), for this one comparison.</param>
/// <param name="PValue">Two-sided p-value of the pooled z test.</param>
/// <param name="AdjustedPValue">The same by Holm over all comparisons of the report.</param>
public sealed record DropFactor(string Property, string Value, int Persons, double Rate, double OtherRate, double Difference, ConfidenceInterval Interval, double PValue, double AdjustedPValue)
{
    /// <summary>How many more (or, negative, fewer) persons went on than if the value made no difference.</summary>
    public double Effect => Persons * Difference;
}
