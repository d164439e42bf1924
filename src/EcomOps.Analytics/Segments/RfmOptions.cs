namespace EcomOps.Analytics.Segments;

/// <summary>Settings of RFM scoring.</summary>
public sealed record RfmOptions
{
    /// <summary>Scoring mode; <see cref="RfmScoring.Ntile"/> by default.</summary>
    public RfmScoring Scoring { get; init; } = RfmScoring.Ntile;

    /// <summary>Number of scores, 2 to 9; 5 by default. Fixed cuts bring their own.</summary>
    public int Levels { get; init; } = 5;

    /// <summary>What frequency counts; orders by default.</summary>
    public RfmFrequencyBasis Frequency { get; init; } = RfmFrequencyBasis.Orders;

    /// <summary>Cut points, needed for <see cref="RfmScoring.Fixed"/>.</summary>
    public RfmCuts? Cuts { get; init; }
}
