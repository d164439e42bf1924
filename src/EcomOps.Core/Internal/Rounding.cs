namespace EcomOps.Core.Internal;

internal static class Rounding
{
    internal static decimal ToScale(decimal value, int digits, MoneyRounding rounding) => rounding switch
    {
        MoneyRounding.HalfUp => decimal.Round(value, digits, MidpointRounding.AwayFromZero),
        MoneyRounding.HalfEven => decimal.Round(value, digits, MidpointRounding.ToEven),
        MoneyRounding.HalfDown => HalfDown(value, digits),
        MoneyRounding.Up => value >= 0m ? decimal.Round(value, digits, MidpointRounding.ToPositiveInfinity) : decimal.Round(value, digits, MidpointRounding.ToNegativeInfinity),
        MoneyRounding.Down => decimal.Round(value, digits, MidpointRounding.ToZero),
        MoneyRounding.Ceiling => decimal.Round(value, digits, MidpointRounding.ToPositiveInfinity),
        MoneyRounding.Floor => decimal.Round(value, digits, MidpointRounding.ToNegativeInfinity),
        _ => throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "Unknown rounding."),
    };

    private static decimal HalfDown(decimal value, int digits)
    {
        decimal truncated = decimal.Round(value, digits, MidpointRounding.ToZero);
        decimal half = new(5, 0, 0, value < 0m, (byte)(digits + 1));
        return value - truncated == half ? truncated : decimal.Round(value, digits, MidpointRounding.AwayFromZero);
    }
}
