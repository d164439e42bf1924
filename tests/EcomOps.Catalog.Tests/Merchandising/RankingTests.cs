using EcomOps.Catalog.Merchandising;
using FsCheck.Xunit;

namespace EcomOps.Catalog.Tests.Merchandising;

public sealed class RankingTests
{
    [Fact]
    public void Boosted_relevance_decides_and_ties_go_by_id()
    {
        RankedItem[] items = [new("b", 1), new("a", 1), new("c", 0.4m) { Boost = 3 }, new("d", 5) { Boost = 0.1m }];
        Assert.Equal("c a b d", Ids(Ranking.Order(items)));
    }

    [Fact]
    public void What_cannot_be_bought_comes_last_unless_it_may_not()
    {
        RankedItem[] items = [new("a", 9, IsInStock: false), new("b", 1), new("c", 2)];
        Assert.Equal("c b a", Ids(Ranking.Order(items)));
        Assert.Equal("a c b", Ids(Ranking.Order(items, outOfStockLast: false)));
    }

    [Fact]
    public void Pins_win_and_the_others_fill_the_places_between()
    {
        RankedItem[] items = [new("a", 9), new("b", 8), new("c", 7), new("d", 6)];
        Assert.Equal("d a c b", Ids(Ranking.Order(items, [new Pin("c", 3), new Pin("d", 1)])));
        Assert.Equal("a b d c", Ids(Ranking.Order(items, [new Pin("c", 9), new Pin("stranger", 1)])));
    }

    [Fact]
    public void A_pin_on_something_sold_out_holds_only_when_it_says_so()
    {
        RankedItem[] items = [new("a", 9), new("b", 8), new("c", 1, IsInStock: false)];
        Assert.Equal("a b c", Ids(Ranking.Order(items, [new Pin("c", 1)])));
        Assert.Equal("c a b", Ids(Ranking.Order(items, [new Pin("c", 1, KeepsPlaceOutOfStock: true)])));
    }

    [Fact]
    public void Two_pins_cannot_share_a_place_or_a_product()
    {
        Assert.Throws<ArgumentException>(() => Ranking.Order([], [new Pin("a", 1), new Pin("b", 1)]));
        Assert.Throws<ArgumentException>(() => Ranking.Order([], [new Pin("a", 1), new Pin("a", 2)]));
        Assert.Throws<ArgumentException>(() => Ranking.Order([], [new Pin("a", 0)]));
    }

    [Property]
    public void Nothing_is_lost_and_the_order_of_the_input_does_not_matter(int seed)
    {
        Random random = new(seed);
        RankedItem[] items = [.. Enumerable.Range(0, 20).Select(i => new RankedItem($"{i:D2}", random.Next(4), random.Next(3) > 0))];
        Pin[] pins = [.. Enumerable.Range(1, 25).OrderBy(_ => random.Next()).Take(5).Select((place, i) => new Pin($"{i * 3:D2}", place, random.Next(2) == 0))];
        string ids = Ids(Ranking.Order(items, pins));
        Assert.Equal(items.Select(i => i.Id), ids.Split(' ').Order(StringComparer.Ordinal));
        random.Shuffle(items);
        Assert.Equal(ids, Ids(Ranking.Order(items, pins)));
    }

    private static string Ids(IEnumerable<RankedItem> items) => string.Join(' ', items.Select(i => i.Id));
}
