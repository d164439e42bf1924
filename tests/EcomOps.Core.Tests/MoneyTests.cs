using EcomOps.Core;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace EcomOps.Core.Tests;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(2.5, MoneyRounding.HalfUp, 3)]
    [InlineData(-2.5, MoneyRounding.HalfUp, -3)]
    [InlineData(2.5, MoneyRounding.HalfEven, 2)]
    [InlineData(3.5, MoneyRounding.HalfEven, 4)]
    [InlineData(2.5, MoneyRounding.HalfDown, 2)]
    [InlineData(-2.5, MoneyRounding.HalfDown, -2)]
    [InlineData(2.51, MoneyRounding.HalfDown, 3)]
    [InlineData(2.1, MoneyRounding.Up, 3)]
    [InlineData(-2.1, MoneyRounding.Up, -3)]
    [InlineData(-2.9, MoneyRounding.Down, -2)]
    [InlineData(-2.1, MoneyRounding.Ceiling, -2)]
    [InlineData(-2.1, MoneyRounding.Floor, -3)]
    public void Rounding_goes_the_way_its_name_says(double amount, MoneyRounding rounding, double expected) =>
        Assert.Equal(Money.Of((decimal)expected, Currency.Jpy), Money.Of((decimal)amount, Currency.Jpy).Round(rounding));

    [Fact]
    public void Minor_units_follow_ISO_4217()
    {
        Assert.Equal(0, Currency.FromCode("JPY").MinorUnits);
        Assert.Equal(0, Currency.FromCode("ISK").MinorUnits);
        Assert.Equal(2, Currency.FromCode("HUF").MinorUnits);
        Assert.Equal(3, Currency.FromCode("KWD").MinorUnits);
        Assert.Equal(4, Currency.FromCode("CLF").MinorUnits);
        Assert.Equal(1.250m, Money.FromMinorUnits(1250, Currency.FromCode("KWD")).Amount);
        Assert.Equal(1250, Money.Of(12.50m, Currency.Eur).ToMinorUnits());
    }

    [Fact]
    public void Arithmetic_never_rounds_by_itself() => Assert.Equal(0.3333m, (Money.Eur(1.1110m) * 0.3m).Amount);

    [Fact]
    public void Currencies_never_mix()
    {
        Assert.Throws<CurrencyMismatchException>(() => Money.Eur(1) + Money.Usd(1));
        Assert.Throws<CurrencyMismatchException>(() => Money.Eur(1) < Money.Usd(2));
        Assert.False(Money.Eur(1) == Money.Usd(1));
        Assert.Throws<ArgumentException>(() => Currency.FromCode("eur"));
        Assert.Throws<ArgumentException>(() => Currency.FromCode("XAU"));
    }

    [Fact]
    public void An_amount_finer_than_a_cent_is_not_payable_until_rounded()
    {
        Money odd = Money.Eur(0.005m);
        Assert.False(odd.IsPayable);
        Assert.Throws<InvalidOperationException>(() => odd.ToMinorUnits());
        Assert.Throws<InvalidOperationException>(() => odd.AllocateEqually(2));
        Assert.Equal(1, odd.Round(MoneyRounding.HalfUp).ToMinorUnits());
    }

    // The vectors of other systems' spreads: 300 over 4300/1400/2300 and 1000 over three equal lines.
    [Theory]
    [InlineData(AllocationPolicy.LargestRemainder, "161 53 86", "334 333 333")]
    [InlineData(AllocationPolicy.HalfDownThenFirst, "162 52 86", "334 333 333")]
    [InlineData(AllocationPolicy.LastToFirstTruncate, "162 52 86", "334 333 333")]
    [InlineData(AllocationPolicy.RoundEachLastTakesRest, "161 53 86", "333 333 334")]
    public void Each_allocation_policy_places_the_odd_cents_as_documented(AllocationPolicy policy, string uneven, string equal)
    {
        Assert.Equal(uneven, Cents(Money.Eur(3).Allocate([4300, 1400, 2300], policy)));
        Assert.Equal(equal, Cents(Money.Eur(10).Allocate([1, 1, 1], policy)));
    }

    [Property]
    public Property Parts_add_up_to_the_amount_under_every_policy(int cents, NonEmptyArray<byte> weights, byte policy)
    {
        var chosen = (AllocationPolicy)(policy % 4);
        var parts = Money.FromMinorUnits(cents, Currency.Eur).Allocate([.. weights.Get.Select(w => w / 7m)], chosen);
        return (parts.Sum(p => p.ToMinorUnits()) == cents).Label($"{chosen}: {string.Join(' ', parts)}");
    }

    [Property]
    public bool Largest_remainder_is_floor_or_ceiling_of_the_fair_share(NonNegativeInt cents, NonEmptyArray<byte> weights)
    {
        decimal sum = weights.Get.Sum(w => (decimal)w);
        if (sum == 0)
        {
            return true;
        }

        var parts = Money.FromMinorUnits(cents.Get, Currency.Eur).Allocate([.. weights.Get.Select(w => (decimal)w)], AllocationPolicy.LargestRemainder);
        return parts.Zip(weights.Get).All(p => Math.Abs(p.First.ToMinorUnits() - (cents.Get * p.Second / sum)) < 1m);
    }

    [Property]
    public bool Negative_amounts_split_as_the_negated_split(PositiveInt cents, NonEmptyArray<byte> weights)
    {
        decimal[] w = [.. weights.Get.Select(x => (decimal)x)];
        var plus = Money.FromMinorUnits(cents.Get, Currency.Usd).Allocate(w, AllocationPolicy.HalfDownThenFirst);
        var minus = Money.FromMinorUnits(-cents.Get, Currency.Usd).Allocate(w, AllocationPolicy.HalfDownThenFirst);
        return plus.Zip(minus).All(p => p.First == -p.Second);
    }

    [Fact]
    public void Weights_of_very_different_scale_do_not_overflow()
    {
        var parts = Money.Of(79_000_000_000_000m, Currency.Eur).Allocate([0.0000000000000000000000000001m, 79_228_162_514_264_337_593_543_950_335m], AllocationPolicy.LargestRemainder);
        Assert.Equal("0.00 EUR", parts[0].ToString());
        Assert.Equal("79000000000000.00 EUR", parts[1].ToString());
    }

    [Fact]
    public void Bad_weights_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Money.Eur(1).Allocate([], AllocationPolicy.LargestRemainder));
        Assert.Throws<ArgumentException>(() => Money.Eur(1).Allocate([1, -1], AllocationPolicy.LargestRemainder));
    }

    [Fact]
    public void Cash_rounding_goes_to_a_multiple_of_the_increment() =>
        Assert.Equal(Money.Of(1.25m, Currency.FromCode("CHF")), Money.Of(1.23m, Currency.FromCode("CHF")).RoundTo(0.05m, MoneyRounding.HalfUp));

    [Theory]
    [InlineData("12.5", "EUR", "12.50 EUR")]
    [InlineData("1250", "JPY", "1250 JPY")]
    [InlineData("0.0005", "EUR", "0.0005 EUR")]
    [InlineData("-1", "KWD", "-1.000 KWD")]
    public void Text_shows_at_least_the_minor_digits(string amount, string currency, string expected) =>
        Assert.Equal(expected, Money.Of(decimal.Parse(amount), Currency.FromCode(currency)).ToString());

    private static string Cents(IReadOnlyList<Money> parts) => string.Join(' ', parts.Select(p => p.ToMinorUnits()));
}
