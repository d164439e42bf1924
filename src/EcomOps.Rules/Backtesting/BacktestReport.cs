using EcomOps.Core;

namespace EcomOps.Rules.Backtesting;

/// <summary>Two versions, or one, over recorded decisions.</summary>
/// <param name="Lines">Lines read; blank ones do not count.</param>
/// <param name="Accepted">Records evaluated.</param>
/// <param name="Rejected">The first 100 lines that could not be read, with their numbers.</param>
/// <param name="RejectedCount">Lines that could not be read; accepted and rejected add up to the lines.</param>
/// <param name="Before">The old version; null when one version is tested alone.</param>
/// <param name="After">The new version.</param>
/// <param name="Changes">Records by old and new outcome, unequal ones only; empty without an old version.</param>
/// <param name="Unchanged">Records with the same outcome in both.</param>
public sealed record BacktestReport(
    long Lines,
    long Accepted,
    IReadOnlyList<Issue> Rejected,
    long RejectedCount,
    VersionReport? Before,
    VersionReport After,
    IReadOnlyDictionary<(string Before, string After), BacktestCell> Changes,
    BacktestCell Unchanged);
