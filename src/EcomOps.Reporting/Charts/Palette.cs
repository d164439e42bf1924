namespace EcomOps.Reporting.Charts;

/// <summary>Colours of series, distinguishable with the common forms of colour blindness. Thread-safe.</summary>
/// <remarks>M. Okabe and K. Ito, "Color Universal Design" (2008), darkened where needed for contrast on white.</remarks>
public static class Palette
{
    /// <summary>Hexadecimal colours in the order in which series take them; further series start again.</summary>
    public static IReadOnlyList<string> Series { get; } = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#6b6b6b"];

    /// <summary>Colour of the n-th series, from 0.</summary>
    /// <param name="index">0 or more.</param>
    /// <returns>Hexadecimal colour.</returns>
    public static string Of(int index) => Series[index % Series.Count];
}
