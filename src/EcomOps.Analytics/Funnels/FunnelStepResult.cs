using NodaTime;

namespace EcomOps.Analytics.Funnels;

/// <summary>One step of a funnel.</summary>
/// <param name="Step">Event name.</param>
/// <param name="Persons">Persons who reached it.</param>
/// <param name="OverallRate">Share of those who reached the first step; null when nobody did.</param>
/// <param name="StepRate">Share of those who reached the step before; null when nobody did, 1 for the first.</param>
/// <param name="MeanTime">Mean time from the first step; null when nobody arrived.</param>
/// <param name="MedianTime">Median time from the first step; null when nobody arrived.</param>
public sealed record FunnelStepResult(string Step, int Persons, double? OverallRate, double? StepRate, Duration? MeanTime, Duration? MedianTime);
