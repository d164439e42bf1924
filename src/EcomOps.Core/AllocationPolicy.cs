namespace EcomOps.Core;

/// <summary>Who gets the minor units that a split in proportion leaves over. All but <see cref="RoundEachLastTakesRest"/> keep every part between 0 and its fair share plus one unit per part.</summary>
public enum AllocationPolicy
{
    /// <summary>Floor of each share, then one unit each to the largest fractions; ties to the earlier part. Every part is the floor or the ceiling of its share.</summary>
    LargestRemainder,

    /// <summary>Each share rounded half down, then the difference one unit at a time to (or from) the first parts with a weight.</summary>
    HalfDownThenFirst,

    /// <summary>From the last part to the first: the remaining amount times weight over remaining weight, truncated.</summary>
    LastToFirstTruncate,

    /// <summary>Each share rounded half up; the last part takes what is left, which can be more than its share.</summary>
    RoundEachLastTakesRest,
}
