namespace EcomOps.Rules.Backtesting;

/// <summary>How good a version's stops are, over labelled records only.</summary>
/// <param name="BadStopped">Bad records that it stops.</param>
/// <param name="BadPassed">Bad records that it lets pass.</param>
/// <param name="GoodStopped">Good records that it stops.</param>
/// <param name="GoodPassed">Good records that it lets pass.</param>
public sealed record Judgement(BacktestCell BadStopped, BacktestCell BadPassed, BacktestCell GoodStopped, BacktestCell GoodPassed)
{
    /// <summary>Share of its stops that were bad, 0 to 1; null when it stops nothing labelled.</summary>
    public double? Precision => Share(BadStopped.Count, GoodStopped.Count);

    /// <summary>Share of the bad that it stops, 0 to 1; null when nothing is bad.</summary>
    public double? Recall => Share(BadStopped.Count, BadPassed.Count);

    private static double? Share(long part, long rest) => part + rest == 0 ? null : (double)part / (part + rest);
}
