namespace EcomOps.Analytics.Growth;

/// <summary>Why an incremental return could not be estimated.</summary>
public enum IncrementalReturnError
{
    /// <summary>There was no spend, so there is no return on it.</summary>
    NoSpend,

    /// <summary>An arm has fewer than two units, or there are fewer than two pairs: no spread can be told.</summary>
    TooFewUnits,

    /// <summary>The values of an arm, or the differences of the pairs, do not differ at all, or are not finite numbers.</summary>
    NoVariance,

    /// <summary>A pair does not have one exposed and one control region, or only some regions have a pair.</summary>
    IncompletePairs,

    /// <summary>Ratio scaling needs a value above 0 before the test in every region that it divides by.</summary>
    NothingBefore,
}
