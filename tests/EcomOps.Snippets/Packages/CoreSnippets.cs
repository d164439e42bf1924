using EcomOps.Core;

namespace EcomOps.Snippets.Packages;

public sealed class CoreSnippets
{
    [Fact]
    public void Money_codes_and_places()
    {
        #region Core
        Money total = Money.Eur(10.00m);
        IReadOnlyList<Money> parts = total.AllocateEqually(3);               // 3.34, 3.33, 3.33: never a lost cent
        Money tax = (total * 0.21m).Round(MoneyRounding.HalfUp);             // every rounding names its rule
        GtinReading code = Gtin.Read("4006381333931");                        // valid, usable, kind; or the reason why not
        double distance = new GeoPoint(52.374, 4.890).KilometresTo(new GeoPoint(48.857, 2.352));
        #endregion
        Assert.Equal([3.34m, 3.33m, 3.33m], parts.Select(part => part.Amount));
        Assert.Equal(Money.Eur(2.10m), tax);
        Assert.True(code.IsUsable);
        Assert.InRange(distance, 425, 435);
    }
}
