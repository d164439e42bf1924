namespace EcomOps.Rules.Analysis;

/// <summary>A hint of the analysis that changes no decision.</summary>
/// <remarks>Closed: <see cref="RedundantConjunct"/>, <see cref="IdleAttribute"/>.</remarks>
public abstract record AnalysisNotice
{
    private protected AnalysisNotice()
    {
    }
}

/// <summary>A conjunct of a condition that the other conjuncts and the domain already imply.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Conjunct">Position of the conjunct, from 0.</param>
public sealed record RedundantConjunct(string Rule, int Conjunct) : AnalysisNotice;

/// <summary>An attribute that conditions name although no rule's result depends on it: a column that never discriminates.</summary>
/// <param name="Attribute">Dotted path.</param>
public sealed record IdleAttribute(string Attribute) : AnalysisNotice;
