namespace EcomOps.Core;

/// <summary>Outer size of a box.</summary>
/// <param name="Length">Longest horizontal side by custom; not enforced.</param>
/// <param name="Width">Other horizontal side.</param>
/// <param name="Height">Vertical side.</param>
/// <remarks>Equal when all three sides are equal in this order. Immutable and thread-safe.</remarks>
public readonly record struct Dimensions(Length Length, Length Width, Length Height)
{
    /// <summary>Volume in cubic centimetres.</summary>
    public decimal VolumeInCubicCentimetres => Length.InCentimetres * Width.InCentimetres * Height.InCentimetres;

    /// <summary>Longest side plus twice the other two: the measure that parcel carriers limit.</summary>
    public Length LengthPlusGirth
    {
        get
        {
            decimal a = Length.InMillimetres, b = Width.InMillimetres, c = Height.InMillimetres;
            decimal longest = Math.Max(a, Math.Max(b, c));
            return Length.Millimetres(longest + (2m * (a + b + c - longest)));
        }
    }

    /// <summary>From centimetres.</summary>
    /// <param name="length">0 or more.</param>
    /// <param name="width">0 or more.</param>
    /// <param name="height">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is negative.</exception>
    public static Dimensions Centimetres(decimal length, decimal width, decimal height) =>
        new(Length.Centimetres(length), Length.Centimetres(width), Length.Centimetres(height));

    /// <summary>Weight that carriers charge for the space: volume over a divisor.</summary>
    /// <param name="cubicCentimetresPerKilogram">The carrier's divisor, above 0; 5,000 is common for air parcels.</param>
    /// <returns>Not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The divisor is not above 0.</exception>
    public Weight DimensionalWeight(decimal cubicCentimetresPerKilogram)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cubicCentimetresPerKilogram);
        return Weight.Kilograms(VolumeInCubicCentimetres / cubicCentimetresPerKilogram);
    }

    /// <summary>Whether this box fits into another when it may be turned by right angles.</summary>
    /// <param name="outer">Inner size of the other box.</param>
    /// <returns>True when each sorted side is at most the other's.</returns>
    public bool FitsInto(Dimensions outer)
    {
        Span<decimal> mine = [Length.InMillimetres, Width.InMillimetres, Height.InMillimetres];
        Span<decimal> theirs = [outer.Length.InMillimetres, outer.Width.InMillimetres, outer.Height.InMillimetres];
        mine.Sort();
        theirs.Sort();
        return mine[0] <= theirs[0] && mine[1] <= theirs[1] && mine[2] <= theirs[2];
    }
}
