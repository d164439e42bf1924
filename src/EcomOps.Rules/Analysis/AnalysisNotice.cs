namespace EcomOps.Rules.Analysis;

/// <summary>A hint of the analysis that changes no decision.</summary>
/// <remarks>Closed: <see cref="RedundantConjunct"/>, <see cref="IdleAttribute"/>.</remarks>
public abstract record AnalysisNotice
{
    private protected AnalysisNotice()
    {
    }
}
