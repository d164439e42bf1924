namespace EcomOps.Rules.Backtesting;

/// <summary>What one version does with the recorded inputs.</summary>
/// <param name="Set">Id, version and hash.</param>
/// <param name="Cells">Records by action and label; the label is empty where none is recorded.</param>
/// <param name="Labelled">Stops against labels.</param>
/// <param name="StoppedUnlabelled">Records that were stopped or failed at the time and so never got a label, which this version stops too.</param>
/// <param name="ReleasedUnlabelled">Such records that this version would let pass: nobody knows how they would have ended.</param>
/// <param name="OverriddenBlocks">Records that pass because of an allowing rule, though without the allowing rules the version would stop them.</param>
/// <param name="Undecided">Records without an outcome: no match, conflict, residual or failure.</param>
public sealed record VersionReport(
    string Set,
    IReadOnlyDictionary<(string Action, string Label), BacktestCell> Cells,
    Judgement Labelled,
    BacktestCell StoppedUnlabelled,
    BacktestCell ReleasedUnlabelled,
    BacktestCell OverriddenBlocks,
    BacktestCell Undecided);
