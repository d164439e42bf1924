using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Kits;
using EcomOps.Testing.Inventory;
using NodaTime;

namespace EcomOps.Inventory.Tests.Stock;

public sealed class ChannelWindowTests
{
    [Fact]
    public async Task Changes_within_the_window_are_coalesced_to_the_last_value()
    {
        await using StockBench bench = await OpenAsync(10);
        (MemorySalesChannel channel, ChannelSynchroniser link) = Link(bench, new());
        Assert.Equal(1, (await link.SynchroniseAsync()).Published);
        await bench.ReserveAsync("o1", "A", 1);
        bench.Clock.Advance(Duration.FromMilliseconds(500));
        ChannelSyncReport waiting = await link.SynchroniseAsync();
        Assert.Equal((0, 1, 10L), (waiting.Published, waiting.Waiting, channel.Shown("A")));
        await bench.ReserveAsync("o2", "A", 2);
        bench.Clock.Advance(Duration.FromMilliseconds(499));
        Assert.Equal(0, (await link.SynchroniseAsync()).Published);
        bench.Clock.Advance(Duration.FromMilliseconds(1));
        Assert.Equal((1, 7L), ((await link.SynchroniseAsync()).Published, channel.Shown("A")));
    }

    [Fact]
    public async Task A_number_that_reaches_zero_or_leaves_it_never_waits()
    {
        await using StockBench bench = await OpenAsync(10);
        (MemorySalesChannel channel, ChannelSynchroniser link) = Link(bench, new() { CoalescingWindow = Duration.FromHours(1) });
        await link.SynchroniseAsync();
        await bench.ReserveAsync("o1", "A", 10);
        Assert.Equal((1, 0L), ((await link.SynchroniseAsync()).Published, channel.Shown("A")));
        await bench.Ledger.ReleaseAsync("o1");
        Assert.Equal((1, 10L), ((await link.SynchroniseAsync()).Published, channel.Shown("A")));
        await bench.ReserveAsync("o2", "A", 3);
        Assert.Equal((0, 10L), ((await link.SynchroniseAsync()).Published, channel.Shown("A")));
    }

    [Fact]
    public async Task Crossing_the_low_stock_mark_passes_at_once()
    {
        await using StockBench bench = await OpenAsync(10);
        (MemorySalesChannel channel, ChannelSynchroniser link) = Link(bench, new() { CoalescingWindow = Duration.FromHours(1), LowStock = 3 });
        await link.SynchroniseAsync();
        await bench.ReserveAsync("o1", "A", 6);
        Assert.Equal(0, (await link.SynchroniseAsync()).Published);
        await bench.ReserveAsync("o2", "A", 1);
        Assert.Equal((1, 3L), ((await link.SynchroniseAsync()).Published, channel.Shown("A")));
        await bench.ReserveAsync("o3", "A", 1);
        Assert.Equal(0, (await link.SynchroniseAsync()).Published);

        // Below the mark already, and now sold out.
        await bench.ReserveAsync("o4", "A", 2);
        Assert.Equal((1, 0L), ((await link.SynchroniseAsync()).Published, channel.Shown("A")));
    }

    [Fact]
    public async Task What_waits_survives_a_new_process_since_the_cursor_stays_before_it()
    {
        await using StockBench bench = await OpenAsync(10);
        (MemorySalesChannel channel, ChannelSynchroniser link) = Link(bench, new() { CoalescingWindow = Duration.FromHours(1) });
        await link.SynchroniseAsync();
        await bench.ReserveAsync("o1", "A", 1);
        await bench.ReceiveAsync("B", 5);
        await link.SynchroniseAsync();
        Assert.Equal((10L, 5L), (channel.Shown("A"), channel.Shown("B")));
        await new ChannelSynchroniser(bench.Ledger, channel).SynchroniseAsync();
        Assert.Equal(9, channel.Shown("A"));
    }

    [Fact]
    public async Task A_lot_that_lasts_too_few_days_from_midnight_on_leaves_the_channel_without_an_entry()
    {
        // On 2 March it lasts 30 days; midnight in Amsterdam is 23:00 UTC.
        await using StockBench bench = await OpenAsync(0);
        await bench.Ledger.DefineAsync(new SalesChannel("market") { MinimumRemainingDays = 30 });
        await bench.ReceiveAsync("A", 5, lot: "L", expires: new LocalDate(2026, 4, 1));
        await bench.Ledger.DefineAsync(new StockItem("KIT") { Components = [new("A", 2)] });
        (MemorySalesChannel channel, ChannelSynchroniser link) = Link(bench, new());
        await link.SynchroniseAsync();
        Assert.Equal((5L, 2L), (channel.Shown("A"), channel.Shown("KIT")));
        bench.Clock.Reset(Instant.FromUtc(2026, 3, 2, 23, 0));
        long before = bench.Ledger.Sequence;
        await link.SynchroniseAsync();
        Assert.Equal((0L, 0L, before), (channel.Shown("A"), channel.Shown("KIT"), bench.Ledger.Sequence));
    }

    private static async Task<StockBench> OpenAsync(long units)
    {
        StockBench bench = await StockBench.OpenAsync();
        await bench.Ledger.DefineAsync(new SalesChannel("market"));
        if (units > 0)
        {
            await bench.ReceiveAsync("A", units);
        }

        return bench;
    }

    private static (MemorySalesChannel Channel, ChannelSynchroniser Link) Link(StockBench bench, ChannelSyncOptions options)
    {
        var channel = new MemorySalesChannel("market", 1);
        return (channel, new ChannelSynchroniser(bench.Ledger, channel, options));
    }
}
