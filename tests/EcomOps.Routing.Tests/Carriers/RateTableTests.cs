using EcomOps.Core;
using EcomOps.Routing.Carriers;
using EcomOps.Routing.Orders;

namespace EcomOps.Routing.Tests.Carriers;

public sealed class RateTableTests
{
    private static readonly RateTable Table = new(
        [DeliveryRegion.Of("rest"), DeliveryRegion.Of("es", "ES"), new DeliveryRegion("canaries", ["ES"], ["35", "38"]), new DeliveryRegion("la-palma", ["ES"], ["387"])],
        [
            new CarrierRate("a", "light", "standard", "es", 2, Money.Eur(4m), Money.Eur(1m)) { MaximumWeight = Weight.Kilograms(2) },
            new CarrierRate("a", "any", "standard", "es", 2, Money.Eur(7m), Money.Eur(1m)),
            new CarrierRate("b", "home", "standard", "es", 1, Money.Eur(3m), Money.Eur(1m)) { Origin = "ES" },
        ]);

    [Theory]
    [InlineData("ES", "28013", "es")]
    [InlineData("ES", "35001", "canaries")]
    [InlineData("ES", "38700", "la-palma")]
    [InlineData("FR", "35000", "rest")]
    [InlineData("ES", "", "es")]
    public void Postal_codes_go_before_countries_and_longer_prefixes_before_shorter(string country, string postalCode, string region) =>
        Assert.Equal(region, Table.RegionOf(new Destination(country, postalCode))!.Name);

    [Fact]
    public void Rates_of_the_origin_and_of_the_weight_are_found()
    {
        Assert.Equal(["light", "any"], Table.Find("standard", "es", "NL", Weight.Kilograms(2)).Select(r => r.Service));
        Assert.Equal(["any"], Table.Find("standard", "es", "NL", Weight.Kilograms(2.1m)).Select(r => r.Service));
        Assert.Equal(["home"], Table.Find("standard", "es", "ES", Weight.Kilograms(1)).Select(r => r.Service));
        Assert.Empty(Table.Find("express", "es", "ES", Weight.Kilograms(1)));
        Assert.Null(new RateTable([], []).RegionOf(new Destination("ES")));
    }
}
