using System.Globalization;

namespace EcomOps.Core;

/// <summary>A mass, exact in grams.</summary>
/// <remarks>Ordered and equal by mass. <c>default</c> is zero. Immutable and thread-safe. Pound: 453.59237 g exactly (international avoirdupois pound, 1959).</remarks>
public readonly record struct Weight : IComparable<Weight>
{
    private const decimal GramsPerPound = 453.59237m;

    private Weight(decimal grams)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(grams);
        InGrams = grams;
    }

    /// <summary>No weight.</summary>
    public static Weight Zero => default;

    /// <summary>Value in grams; 0 or more.</summary>
    public decimal InGrams { get; }

    /// <summary>Value in kilograms.</summary>
    public decimal InKilograms => InGrams / 1000m;

    /// <summary>Value in pounds (lb).</summary>
    public decimal InPounds => InGrams / GramsPerPound;

    /// <summary>Value in ounces (oz, a sixteenth of a pound).</summary>
    public decimal InOunces => InGrams * 16m / GramsPerPound;

    /// <summary>Sum.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static Weight operator +(Weight left, Weight right) => new(left.InGrams + right.InGrams);

    /// <summary>Weight of several pieces.</summary>
    /// <param name="weight">Weight of one.</param>
    /// <param name="count">How many; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The product is negative.</exception>
    public static Weight operator *(Weight weight, decimal count) => new(weight.InGrams * count);

    /// <summary>Whether the left is lighter.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator <(Weight left, Weight right) => left.InGrams < right.InGrams;

    /// <summary>Whether the left is heavier.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator >(Weight left, Weight right) => left.InGrams > right.InGrams;

    /// <summary>Whether the left is lighter or equal.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator <=(Weight left, Weight right) => left.InGrams <= right.InGrams;

    /// <summary>Whether the left is heavier or equal.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public static bool operator >=(Weight left, Weight right) => left.InGrams >= right.InGrams;

    /// <summary>From grams.</summary>
    /// <param name="value">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Weight Grams(decimal value) => new(value);

    /// <summary>From kilograms.</summary>
    /// <param name="value">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Weight Kilograms(decimal value) => new(value * 1000m);

    /// <summary>From pounds.</summary>
    /// <param name="value">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Weight Pounds(decimal value) => new(value * GramsPerPound);

    /// <summary>From ounces.</summary>
    /// <param name="value">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Weight Ounces(decimal value) => new(value * GramsPerPound / 16m);

    /// <inheritdoc />
    public int CompareTo(Weight other) => InGrams.CompareTo(other.InGrams);

    /// <summary>Grams below one kilogram, else kilograms.</summary>
    /// <returns>For example <c>250 g</c> or <c>1.5 kg</c>.</returns>
    public override string ToString() => InGrams < 1000m
        ? string.Create(CultureInfo.InvariantCulture, $"{InGrams:0.###} g")
        : string.Create(CultureInfo.InvariantCulture, $"{InKilograms:0.###} kg");
}
