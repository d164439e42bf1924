using EcomOps.Core;
using FsCheck.Xunit;

namespace EcomOps.Core.Tests;

public sealed class UnitTests
{
    // Independent values: Vincenty on WGS 84 gives 430.0 km and 5,585.2 km; the sphere stays within half a percent.
    [Theory]
    [InlineData(52.3740, 4.8897, 48.8566, 2.3522, 430.0)]
    [InlineData(40.7128, -74.0060, 51.5074, -0.1278, 5585.2)]
    public void Great_circle_distances_are_within_half_a_percent_of_the_ellipsoid(double lat1, double lon1, double lat2, double lon2, double kilometres) =>
        Assert.InRange(new GeoPoint(lat1, lon1).KilometresTo(new GeoPoint(lat2, lon2)), kilometres * 0.995, kilometres * 1.005);

    [Fact]
    public void Antipodes_are_half_the_circumference_apart() =>
        Assert.Equal(Math.PI * GeoPoint.MeanEarthRadius, new GeoPoint(90, 0).KilometresTo(new GeoPoint(-90, 0)), 6);

    [Theory]
    [InlineData(90.1, 0)]
    [InlineData(0, -180.1)]
    [InlineData(double.NaN, 0)]
    public void Coordinates_outside_the_globe_are_refused(double latitude, double longitude) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GeoPoint(latitude, longitude));

    [Fact]
    public void Weights_convert_exactly()
    {
        Assert.Equal(453.59237m, Weight.Pounds(1).InGrams);
        Assert.Equal(16m, Weight.Pounds(1).InOunces);
        Assert.True(Weight.Kilograms(30.001m) > Weight.Kilograms(30));
        Assert.Equal("1.5 kg", Weight.Grams(1500).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => Weight.Grams(-1));
    }

    [Fact]
    public void A_box_charges_its_space_and_fits_when_turned()
    {
        Dimensions box = Dimensions.Centimetres(40, 30, 20);
        Assert.Equal(4.8m, box.DimensionalWeight(5000).InKilograms);
        Assert.Equal(140m, box.LengthPlusGirth.InCentimetres);
        Assert.True(Dimensions.Centimetres(20, 40, 30).FitsInto(box));
        Assert.False(Dimensions.Centimetres(41, 1, 1).FitsInto(box));
        Assert.Equal(25.4m, Length.Inches(1).InMillimetres);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" A")]
    [InlineData("A\n")]
    [InlineData("A\u0000B")]
    public void Texts_that_would_be_mistaken_for_another_are_not_SKUs(string text) => Assert.Throws<ArgumentException>(() => new Sku(text));

    [Property]
    public bool SKUs_order_ordinally(ushort a, ushort b) =>
        Math.Sign(new Sku($"S{a:D5}").CompareTo(new Sku($"S{b:D5}"))) == Math.Sign(a.CompareTo(b));

    [Fact]
    public void An_address_in_a_log_line_shows_no_personal_data()
    {
        var address = new Address("US", "94105", "San Francisco", "1 Market St", Region: "CA");
        Assert.Equal("US-CA", address.ToString());
        Assert.Throws<ArgumentException>(() => new CountryCode("usa"));
    }

    [Fact]
    public void Issues_read_as_one_line_and_exceptions_carry_code_and_transience()
    {
        Assert.Equal("error line 17: unknown currency (unknown_currency)", new Issue("unknown_currency", "line 17", "unknown currency").ToString());
        var failure = new EcomOpsException("store_full", "The disk is full.", isTransient: true);
        Assert.True(failure.IsTransient);
        Assert.Throws<ArgumentException>(() => new EcomOpsException(" ", "x"));
    }
}
