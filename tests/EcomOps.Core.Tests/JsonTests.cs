using System.Text.Json;
using EcomOps.Core;
using FsCheck.Xunit;

namespace EcomOps.Core.Tests;

public sealed class JsonTests
{
    [Property]
    public bool Money_survives_a_round_trip_exactly(decimal amount)
    {
        Money money = Money.Of(amount, Currency.Gbp);
        return JsonSerializer.Deserialize<Money>(JsonSerializer.Serialize(money)) == money;
    }

    [Fact]
    public void Money_is_written_as_text_and_read_from_text_or_number()
    {
        Assert.Equal("""{"amount":"12.50","currency":"EUR"}""", JsonSerializer.Serialize(Money.Eur(12.50m)));
        Assert.Equal(Money.Eur(0.1m), JsonSerializer.Deserialize<Money>("""{"currency":"EUR","amount":0.1}"""));
    }

    [Theory]
    [InlineData("""{"amount":"1"}""")]
    [InlineData("""{"amount":"1","currency":"EURO"}""")]
    [InlineData("""{"amount":"1e5","currency":"EUR"}""")]
    [InlineData("""{"amount":"1","currency":"EUR","x":1}""")]
    [InlineData("""{"amount":"1","amount":"2","currency":"EUR"}""")]
    [InlineData("12.5")]
    public void Anything_else_is_refused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>(json));

    [Fact]
    public void Skus_can_be_values_and_names()
    {
        var stock = new Dictionary<Sku, long> { ["TEE-RED-M"] = 3 };
        string json = JsonSerializer.Serialize(stock);
        Assert.Equal("""{"TEE-RED-M":3}""", json);
        Assert.Equal(3, JsonSerializer.Deserialize<Dictionary<Sku, long>>(json)!["TEE-RED-M"]);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Sku>("\" x\""));
    }
}
