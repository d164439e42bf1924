using System.Globalization;
using EcomOps.Core;

namespace EcomOps.Analytics.Customers.Internal;

// What turns a position and a whole-number amount back into an id and money. Without ids the positions are the ids.
internal sealed record CustomerLabels(string[]? Ids, Currency Currency)
{
    public int AmountDigits => Currency.MinorUnits + 2;

    public string IdOf(int index) => Ids is null ? index.ToString(CultureInfo.InvariantCulture) : Ids[index];

    public Money ToMoney(long scaled) => new(scaled * new decimal(1, 0, 0, false, (byte)AmountDigits), Currency);
}
