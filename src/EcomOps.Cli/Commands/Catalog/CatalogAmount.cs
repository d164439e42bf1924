using System.Globalization;
using EcomOps.Core;

namespace EcomOps.Cli.Commands.Catalog;

internal static class CatalogAmount
{
    public static Money? Read(string text) =>
        text.Split(' ') is [var number, var code]
        && decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal amount)
        && Currency.TryFromCode(code, out Currency currency)
            ? new Money(amount, currency)
            : null;
}
