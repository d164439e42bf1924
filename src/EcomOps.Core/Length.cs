using System.Globalization;

namespace EcomOps.Core;

/// <summary>A length, exact in millimetres.</summary>
/// <remarks>Ordered and equal by length. <c>default</c> is zero. Immutable and thread-safe. Inch: 25.4 mm exactly (1959).</remarks>
public readonly record struct Length : IComparable<Length>
{
    private const decimal MillimetresPerInch = 25.4m;

    private Length(decimal millimetres)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(millimetres);
        InMillimetres = millimetres;
    }

    /// <summary>Value in millimetres; 0 or more.</summary>
    public decimal InMillimetres { get; }

    /// <summary>Value in centimetres.</summary>
    public decimal InCentimetres => InMillimetres / 10m;

    /// <summary>Value in inches.</summary>
    public decimal InInches => InMillimetres / MillimetresPerInch;

    /// <summary>Sum.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static Length operator +(Length left, Length right) => new(left.InMillimetres + right.InMillimetres);

    /// <summary>Whether the left is shorter.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator <(Length left, Length right) => left.InMillimetres < right.InMillimetres;

    /// <summary>Whether the left is longer.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator >(Length left, Length right) => left.InMillimetres > right.InMillimetres;

    /// <summary>Whether the left is shorter or equal.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator <=(Length left, Length right) => left.InMillimetres <= right.InMillimetres;

    /// <summary>Whether the left is longer or equal.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator >=(Length left, Length right) => left.InMillimetres >= right.InMillimetres;

    /// <summary>From millimetres.</summary>
    /// <param name="value">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Length Millimetres(decimal value) => new(value);

    /// <summary>From centimetres.</summary>
    /// <param name="value">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Length Centimetres(decimal value) => new(value * 10m);

    /// <summary>From inches.</summary>
    /// <param name="value">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Length Inches(decimal value) => new(value * MillimetresPerInch);

    /// <inheritdoc />
    public int CompareTo(Length other) => InMillimetres.CompareTo(other.InMillimetres);

    /// <summary>Centimetres.</summary>
    /// <returns>For example <c>12.5 cm</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{InCentimetres:0.###} cm");
}
