using System.Globalization;
using EcomOps.Core;

namespace EcomOps.Catalog.Documents.Internal;

internal static class UnitText
{
    public static Weight? Weight(string text)
    {
        if (text.Split(' ') is not [var number, var unit] || Number(number) is not { } value)
        {
            return null;
        }

        return unit switch
        {
            "g" => Core.Weight.Grams(value),
            "kg" => Core.Weight.Kilograms(value),
            "lb" => Core.Weight.Pounds(value),
            "oz" => Core.Weight.Ounces(value),
            _ => null,
        };
    }

    public static Dimensions? Dimensions(string text)
    {
        if (text.Split(' ') is not [var length, "x", var width, "x", var height, var unit]
            || Side(length, unit) is not { } l || Side(width, unit) is not { } w || Side(height, unit) is not { } h)
        {
            return null;
        }

        return new Dimensions(l, w, h);
    }

    private static Length? Side(string text, string unit) => Number(text) is { } value
        ? unit switch
        {
            "mm" => Length.Millimetres(value),
            "cm" => Length.Centimetres(value),
            "in" => Length.Inches(value),
            _ => null,
        }
        : null;

    // Bounded, so that a conversion between units cannot overflow.
    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) && value < 1_000_000_000_000m ? value : null;
}
