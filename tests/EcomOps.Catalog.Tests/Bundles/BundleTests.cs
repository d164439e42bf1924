using EcomOps.Catalog.Bundles;
using EcomOps.Core;
using FsCheck;
using FsCheck.Xunit;

namespace EcomOps.Catalog.Tests.Bundles;

public sealed class BundleTests
{
    private static readonly BundleComponent[] Set = [new("CUP", 2), new("POT", 1)];

    [Theory]
    [InlineData(10, 3, 3)]
    [InlineData(5, 3, 2)]
    [InlineData(1, 9, 0)]
    [InlineData(-4, 9, 0)]
    public void As_many_bundles_as_the_scarcest_component_allows(long cups, long pots, long expected) =>
        Assert.Equal(expected, new Bundle("SET", Set, new BundlePercentOff(0)).Available(sku => sku.Value == "CUP" ? cups : pots));

    [Fact]
    public void A_percentage_comes_off_the_sum_and_the_parts_add_up()
    {
        // 2 x 4.99 + 12.00 = 21.98; 15 % = 3.297 -> 3.30; 18.68 split 9.98 : 12.00 = 8.4818 and 10.1982.
        BundleQuote quote = new Bundle("SET", Set, new BundlePercentOff(15)).Quote(Price);
        Assert.Equal((Money.Eur(21.98m), Money.Eur(18.68m), Money.Eur(3.30m)), (quote.Sum, quote.Price, quote.Saving));
        Assert.Equal([Money.Eur(8.48m), Money.Eur(10.20m)], quote.Parts);
    }

    [Fact]
    public void A_fixed_price_and_an_amount_off_are_split_the_same_way()
    {
        BundleQuote own = new Bundle("SET", Set, new FixedBundlePrice(Money.Eur(20m))).Quote(Price);
        Assert.Equal([Money.Eur(9.08m), Money.Eur(10.92m)], own.Parts);
        Assert.Equal(Money.Eur(16.98m), new Bundle("SET", Set, new BundleAmountOff(Money.Eur(5m))).Quote(Price).Price);
        Assert.Throws<InvalidOperationException>(() => new Bundle("SET", Set, new BundleAmountOff(Money.Eur(22m))).Quote(Price));
        Assert.Throws<CurrencyMismatchException>(() => new Bundle("SET", Set, new FixedBundlePrice(Money.Usd(20m))).Quote(Price));
    }

    [Property]
    public void Parts_always_add_up_to_the_price(PositiveInt first, PositiveInt second, PositiveInt quantity, byte percent)
    {
        Bundle bundle = new("SET", [new("A", quantity.Get), new("B", 1)], new BundlePercentOff(percent % 101));
        BundleQuote quote = bundle.Quote(sku => Money.FromMinorUnits(sku.Value == "A" ? first.Get : second.Get, Currency.Eur));
        Assert.Equal(quote.Price, quote.Parts.Aggregate((a, b) => a + b));
        Assert.True(quote.Price <= quote.Sum && quote.Parts.All(p => !p.IsNegative));
    }

    [Fact]
    public void What_makes_no_bundle_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Bundle("SET", [], new BundlePercentOff(0)));
        Assert.Throws<ArgumentException>(() => new Bundle("SET", [new("SET", 1)], new BundlePercentOff(0)));
        Assert.Throws<ArgumentException>(() => new Bundle("SET", [new("A", 1), new("A", 2)], new BundlePercentOff(0)));
        Assert.Throws<ArgumentException>(() => new Bundle("SET", [new("A", 0)], new BundlePercentOff(0)));
        Assert.Throws<ArgumentException>(() => new Bundle("SET", Set, new BundlePercentOff(101)));
    }

    private static Money Price(Sku sku) => sku.Value == "CUP" ? Money.Eur(4.99m) : Money.Eur(12m);
}
