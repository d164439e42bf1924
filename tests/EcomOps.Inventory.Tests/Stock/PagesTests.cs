using EcomOps.Inventory.Stores.Internal;

namespace EcomOps.Inventory.Tests.Stock;

public class PagesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(5000)]
    public void A_paged_list_gives_back_what_it_got_also_after_removing(int count)
    {
        var pages = new Pages<int>();
        pages.AddRange([.. Enumerable.Range(0, count / 2)]);
        pages.AddRange([.. Enumerable.Range(count / 2, count - (count / 2))]);
        Assert.Equal(Enumerable.Range(0, count), pages.Range(0, pages.Count));

        Assert.Equal(count - (count / 3), pages.RemoveAll(i => i >= count / 3));
        pages.AddRange([7, 8]);
        Assert.Equal([.. Enumerable.Range(0, count / 3), 7, 8], pages.Range(0, pages.Count));
    }
}
