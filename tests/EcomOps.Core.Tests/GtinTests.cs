using EcomOps.Core;
using FsCheck;
using FsCheck.Xunit;

namespace EcomOps.Core.Tests;

public sealed class GtinTests
{
    [Property]
    public bool A_computed_check_digit_makes_the_number_valid_and_any_other_does_not(PositiveInt seed, byte wrong)
    {
        string body = "4" + ((long)seed.Get * 7919 % 100_000_000_000L).ToString("D11");
        int check = Gtin.CheckDigit(body);
        int other = (check + 1 + (wrong % 9)) % 10;
        return Gtin.Read(body + check).IsValid && Gtin.Read(body + other).Reason == "gtin_check_digit";
    }

    [Property]
    public bool Changing_one_digit_is_always_noticed(PositiveInt seed, byte place, byte change)
    {
        string body = "5" + ((long)seed.Get * 104_729 % 100_000_000_000L).ToString("D11");
        string number = body + Gtin.CheckDigit(body);
        int at = place % number.Length;
        char digit = (char)('0' + ((number[at] - '0' + 1 + (change % 9)) % 10));
        return !Gtin.Read(number[..at] + digit + number[(at + 1)..]).IsValid;
    }

    [Fact]
    public void A_UPC_and_its_padded_form_are_one_number()
    {
        Gtin upc = Gtin.Read("036000291452").Gtin!.Value;
        Gtin ean = Gtin.Read("0036000291452").Gtin!.Value;
        Assert.Equal(upc, ean);
        Assert.Equal("GTIN-12", upc.Type);
        Assert.Equal("00036000291452", ean.Gtin14);
    }

    [Fact]
    public void A_lost_leading_zero_is_reported_with_the_repaired_number_and_never_repaired_silently()
    {
        GtinReading reading = Gtin.Read("36000291452");
        Assert.False(reading.IsValid);
        Assert.Equal("gtin_length", reading.Reason);
        Assert.Equal("036000291452", reading.Suggestion);
    }

    [Fact]
    public void A_spreadsheet_exponent_is_not_a_number() => Assert.Equal("gtin_not_digits", Gtin.Read("4.00638E+12").Reason);
}
