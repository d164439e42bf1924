using EcomOps.Catalog.Products;

namespace EcomOps.Catalog.Tests.Products;

public sealed class ScopedTests
{
    private static readonly Scoped<string> Title = new(
    [
        new ScopedValue<string>("everywhere"),
        new ScopedValue<string>("German", Locale: "de"),
        new ScopedValue<string>("Google", Channel: "google"),
        new ScopedValue<string>("Google German", "google", "de"),
    ]);

    [Theory]
    [InlineData("google", "de", "Google German")]
    [InlineData("google", "fr", "Google")]
    [InlineData("meta", "de", "German")]
    [InlineData("meta", "fr", "everywhere")]
    [InlineData(null, null, "everywhere")]
    [InlineData("GOOGLE", "DE", "Google German")]
    public void The_most_specific_value_wins(string? channel, string? locale, string expected)
    {
        Assert.True(Title.TryGet(channel, locale, out string? value));
        Assert.Equal(expected, value);
    }

    [Fact]
    public void One_language_never_stands_in_for_another() =>
        Assert.False(Scoped.ByLocale(("de", "Wasserflasche")).TryGet("google", "en", out _));

    [Fact]
    public void A_scope_has_one_value() =>
        Assert.Throws<ArgumentException>(() => Scoped.ByLocale(("de", "a"), ("DE", "b")));

    [Fact]
    public void A_new_value_replaces_that_of_its_scope_only()
    {
        Scoped<string> changed = Title.With("Deutsch", null, "de");
        Assert.True(changed.TryGet("meta", "de", out string? german));
        Assert.True(changed.TryGet("google", "de", out string? google));
        Assert.Equal(("Deutsch", "Google German"), (german, google));
        Assert.Equal(4, changed.Values.Count);
    }

    [Fact]
    public void Values_are_equal_whatever_their_order() =>
        Assert.Equal(Title, new Scoped<string>(Title.Values.Reverse()));
}
