namespace EcomOps.Analytics.Segments;

/// <summary>One rule of a rule set: every stated range must hold. Ranges include both ends; null is no condition.</summary>
/// <param name="Segment">Segment that the rule gives; several rules may give the same.</param>
public sealed record RfmRule(string Segment)
{
    /// <summary>Recency score range.</summary>
    public (int Min, int Max)? R { get; init; }

    /// <summary>Frequency score range.</summary>
    public (int Min, int Max)? F { get; init; }

    /// <summary>Monetary score range.</summary>
    public (int Min, int Max)? M { get; init; }

    /// <summary>Range of (F + M) / 2.</summary>
    public (double Min, double Max)? Fm { get; init; }

    /// <summary>Days since the last order.</summary>
    public (int Min, int Max)? RecencyDays { get; init; }

    /// <summary>Raw frequency: orders or purchase days.</summary>
    public (int Min, int Max)? Frequency { get; init; }

    /// <summary>Whether a customer meets every stated range.</summary>
    /// <param name="score">Customer.</param>
    /// <returns>True when the rule applies.</returns>
    public bool Matches(in RfmScore score) =>
        In(R, score.R) && In(F, score.F) && In(M, score.M)
        && (Fm is not { } fm || ((score.F + score.M) / 2.0 >= fm.Min && (score.F + score.M) / 2.0 <= fm.Max))
        && In(RecencyDays, score.RecencyDays) && In(Frequency, score.Frequency);

    private static bool In((int Min, int Max)? range, int value) => range is not { } r || (value >= r.Min && value <= r.Max);
}
