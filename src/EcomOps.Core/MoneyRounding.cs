namespace EcomOps.Core;

/// <summary>How an amount between two representable ones is rounded. Every rounding in the product names one.</summary>
public enum MoneyRounding
{
    /// <summary>To the nearest; a tie goes away from zero (commercial rounding, the usual rule of tax law).</summary>
    HalfUp,

    /// <summary>To the nearest; a tie goes to the even neighbour (bankers' rounding, no drift over many sums).</summary>
    HalfEven,

    /// <summary>To the nearest; a tie goes towards zero.</summary>
    HalfDown,

    /// <summary>Away from zero.</summary>
    Up,

    /// <summary>Towards zero (truncation).</summary>
    Down,

    /// <summary>Towards positive infinity.</summary>
    Ceiling,

    /// <summary>Towards negative infinity.</summary>
    Floor,
}
