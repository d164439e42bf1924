using EcomOps.Rules.Analysis;
using NodaTime;

namespace EcomOps.Rules.Checking;

/// <summary>What a check looks for besides errors.</summary>
public sealed record CheckOptions
{
    /// <summary>Whether rules are analysed against each other. Default true.</summary>
    public bool Analysis { get; init; } = true;

    /// <summary>Limits of the analysis; null (default) for the standard ones.</summary>
    public AnalysisOptions? Limits { get; init; }

    /// <summary>Instant that tells which windows have passed; null (default) reports none.</summary>
    public Instant? AsOf { get; init; }
}
