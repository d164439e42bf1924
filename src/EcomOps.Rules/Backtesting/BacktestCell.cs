namespace EcomOps.Rules.Backtesting;

/// <summary>Records that fall into one cell of a table.</summary>
/// <param name="Count">How many.</param>
/// <param name="Amount">Sum of their amounts, as recorded; records of several currencies must not be mixed in one file.</param>
/// <param name="Samples">Ids, or line numbers, of the first ones.</param>
public sealed record BacktestCell(long Count, decimal Amount, IReadOnlyList<string> Samples);
