namespace EcomOps.Rules.DecisionSets.Internal.Parts;

/// <summary>A conjunct that a discriminator can decide for many rules at once.</summary>
internal interface IIndexablePart
{
    int Attribute { get; }

    /// <summary>Whether the conjunct names the values it accepts; else it bounds them.</summary>
    bool IsEquality { get; }

    /// <summary>A new group for conjuncts of this kind and attribute.</summary>
    Indexing.IndexGroup NewGroup();
}
