namespace EcomOps.Rules.Cel;

/// <summary>Macro of a <see cref="CelComprehension"/>.</summary>
public enum CelComprehensionKind
{
    /// <summary><c>all</c>: every element fulfils the condition.</summary>
    All,

    /// <summary><c>exists</c>: some element does.</summary>
    Exists,

    /// <summary><c>exists_one</c>, <c>existsOne</c>: exactly one does; errors are not absorbed.</summary>
    ExistsOne,

    /// <summary><c>map</c>: a list of results.</summary>
    Map,

    /// <summary><c>filter</c>: the elements that fulfil the condition.</summary>
    Filter,

    /// <summary><c>transformList</c>: a list of results, two variables.</summary>
    TransformList,

    /// <summary><c>transformMap</c>: a map with the same keys, two variables.</summary>
    TransformMap,

    /// <summary><c>transformMapEntry</c>: a map of the entries that the result gives, two variables.</summary>
    TransformMapEntry,
}
