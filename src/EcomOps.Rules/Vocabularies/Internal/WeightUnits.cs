using EcomOps.Core;

namespace EcomOps.Rules.Vocabularies.Internal;

internal static class WeightUnits
{
    extension(WeightUnit unit)
    {
        public string Symbol => unit switch
        {
            WeightUnit.Kilogram => "kg",
            WeightUnit.Gram => "g",
            WeightUnit.Pound => "lb",
            _ => "oz",
        };

        public decimal Of(Weight weight) => unit switch
        {
            WeightUnit.Kilogram => weight.InKilograms,
            WeightUnit.Gram => weight.InGrams,
            WeightUnit.Pound => weight.InPounds,
            _ => weight.InOunces,
        };
    }

    public static decimal InSymbol(Weight weight, string symbol) => symbol switch
    {
        "kg" => weight.InKilograms,
        "g" => weight.InGrams,
        "lb" => weight.InPounds,
        "oz" => weight.InOunces,
        _ => throw new ArgumentException($"'{symbol}' is not a unit of weight.", nameof(symbol)),
    };
}
