namespace EcomOps.Rules.Analysis;

/// <summary>Limits of the analysis. Counted, never timed, so that every machine gives the same answer.</summary>
public sealed record AnalysisOptions
{
    /// <summary>Default of <see cref="BoxesPerQuestion"/>.</summary>
    public const int DefaultBoxesPerQuestion = 200_000;

    /// <summary>Default of <see cref="BoxesInAll"/>.</summary>
    public const long DefaultBoxesInAll = 5_000_000;

    /// <summary>Boxes of the input space looked at for one question (one pair of rules, one gap); beyond it the answer is undecided. Default 200,000; 1 or more.</summary>
    public int BoxesPerQuestion { get; init; } = DefaultBoxesPerQuestion;

    /// <summary>Boxes looked at in one analysis; beyond it what is left is undecided. Default 5,000,000; 1 or more.</summary>
    public long BoxesInAll { get; init; } = DefaultBoxesInAll;

    // Points listed one by one where conditions need that; smaller values make tests take the symbolic way.
    internal int MostHardPoints { get; init; } = 200_000;

    internal int MostLinearPoints { get; init; } = 20_000;

    /// <summary>Whether notices are looked for beside the findings. Default true.</summary>
    public bool Notices { get; init; } = true;
}
