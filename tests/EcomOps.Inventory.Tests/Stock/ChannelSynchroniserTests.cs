using EcomOps.Core;
using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Reservations;
using EcomOps.Testing.Inventory;
using NodaTime;

namespace EcomOps.Inventory.Tests.Stock;

public sealed class ChannelSynchroniserTests
{
    // The clock stands still here: every pass publishes all it has.
    private static readonly ChannelSyncOptions EachPass = new() { CoalescingWindow = Duration.Zero };

    [Fact]
    public async Task Two_troubled_channels_end_in_step_and_every_sale_counts_once()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 400);
        await bench.ReceiveAsync("B", 400);
        MemorySalesChannel[] channels = [new("market", 1) { Loss = 0.3, Duplication = 0.4 }, new("shop", 2) { Loss = 0.2, Duplication = 0.3 }];
        foreach (MemorySalesChannel channel in channels)
        {
            await bench.Ledger.DefineAsync(new SalesChannel(channel.Name) { Buffer = 20 });
        }

        ChannelSynchroniser[] links = [.. channels.Select(c => new ChannelSynchroniser(bench.Ledger, c, EachPass))];
        var random = new Random(3);
        long sold = 0;
        for (int round = 0; round < 60; round++)
        {
            foreach (ChannelSynchroniser link in links)
            {
                await link.SynchroniseAsync();
            }

            foreach (MemorySalesChannel channel in channels)
            {
                Sku sku = random.Next(2) == 0 ? "A" : "B";
                sold += channel.Sell($"order-{round}", sku, 2) ? 2 : 0;
                channel.Deliver();
            }
        }

        foreach (MemorySalesChannel channel in channels)
        {
            (channel.Loss, channel.Duplication) = (0, 0);
        }

        for (int pass = 0; pass < 3; pass++)
        {
            foreach (ChannelSynchroniser link in links)
            {
                await link.SynchroniseAsync();
            }
        }

        Assert.InRange(sold, 100, 240);
        Assert.Equal(sold, bench.Ledger.Balance("A").Committed + bench.Ledger.Balance("B").Committed);
        Assert.All(channels, c => Assert.Equal(bench.Ledger.AvailableToPromise("A", c.Name), c.Shown("A")));
        Assert.All(channels, c => Assert.Equal(bench.Ledger.AvailableToPromise("B", c.Name), c.Shown("B")));
        await bench.MustBeSoundAsync();
    }

    [Fact]
    public async Task Changes_are_coalesced_and_a_second_pass_has_nothing_to_do()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 10);
        await bench.Ledger.DefineAsync(new SalesChannel("market"));
        var channel = new MemorySalesChannel("market", 1);
        var link = new ChannelSynchroniser(bench.Ledger, channel, EachPass);
        for (int i = 0; i < 5; i++)
        {
            await bench.ReserveAsync($"o{i}", "A", 1);
        }

        Assert.Equal(1, (await link.SynchroniseAsync()).Published);
        Assert.Equal(5, channel.Shown("A"));
        ChannelSyncReport idle = await link.SynchroniseAsync();
        Assert.Equal((0, 0), (idle.Published, idle.Unchanged));
        bench.Clock.Advance(Duration.FromMinutes(16));
        await bench.Ledger.RefreshAsync();
        await link.SynchroniseAsync();
        Assert.Equal(10, channel.Shown("A"));
    }

    [Fact]
    public async Task A_kit_is_published_when_its_component_changes()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 10);
        await bench.Ledger.DefineAsync(new StockItem("KIT") { Components = [new KitComponent("A", 3)] });
        await bench.Ledger.DefineAsync(new SalesChannel("market"));
        var channel = new MemorySalesChannel("market", 1);
        var link = new ChannelSynchroniser(bench.Ledger, channel, EachPass);
        await link.SynchroniseAsync();
        Assert.Equal(3, channel.Shown("KIT"));
        await bench.ReserveAsync("o", "A", 5);
        await link.SynchroniseAsync();
        Assert.Equal(1, channel.Shown("KIT"));
    }

    [Fact]
    public async Task Drift_is_found_named_and_mended()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 10);
        await bench.Ledger.DefineAsync(new SalesChannel("market"));
        var channel = new MemorySalesChannel("market", 1);
        var link = new ChannelSynchroniser(bench.Ledger, channel, EachPass);
        await link.SynchroniseAsync();
        channel.Tamper("A", 99);
        ChannelConflict drift = Assert.Single(await link.ReconcileAsync());
        Assert.Equal((10L, 99L, ConflictSide.Ledger), (drift.Ledger, drift.Outside, drift.Right));
        Assert.Equal(10, channel.Shown("A"));
        Assert.Empty(await link.ReconcileAsync());
    }

    [Fact]
    public async Task A_sale_of_units_that_are_gone_is_a_conflict_in_which_the_channel_is_right()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 2);
        await bench.Ledger.DefineAsync(new SalesChannel("market"));
        var channel = new MemorySalesChannel("market", 1) { DelaysSales = true };
        var link = new ChannelSynchroniser(bench.Ledger, channel, EachPass);
        await link.SynchroniseAsync();
        Assert.True(channel.Sell("M-1", "A", 2));
        Assert.IsType<Reserved>(await bench.ReserveAsync("web-1", "A", 1));
        channel.Deliver();
        ChannelSyncReport report = await link.SynchroniseAsync();
        ChannelConflict conflict = Assert.Single(report.Conflicts, c => c.Right == ConflictSide.Channel);
        Assert.Equal(("M-1 A", 1L, 2L), (conflict.Subject, conflict.Ledger, conflict.Outside));
    }

    [Fact]
    public async Task Units_that_a_channel_sold_and_has_not_reported_stay_off_it()
    {
        // Shown 10, 4 sold but not reported, 1 reserved elsewhere: 9 are available, yet the channel may show only 5.
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 10);
        await bench.Ledger.DefineAsync(new SalesChannel("market"));
        var channel = new MemorySalesChannel("market", 1) { DelaysSales = true };
        var link = new ChannelSynchroniser(bench.Ledger, channel, EachPass);
        await link.SynchroniseAsync();
        Assert.True(channel.Sell("M-1", "A", 4));
        await bench.ReserveAsync("web-1", "A", 1);
        ChannelSyncReport pass = await link.SynchroniseAsync();
        Assert.Equal((9L, 5L), (bench.Ledger.AvailableToPromise("A"), channel.Shown("A")));
        Assert.Empty(pass.Conflicts);
        channel.Deliver();
        Assert.Equal(1, (await link.SynchroniseAsync()).Sales);
        Assert.Equal((5L, 5L), (bench.Ledger.AvailableToPromise("A"), channel.Shown("A")));
    }

    [Fact]
    public async Task A_number_that_was_lowered_is_trusted_until_the_second_reconciliation_finds_no_sale()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 10);
        await bench.Ledger.DefineAsync(new SalesChannel("market"));
        var channel = new MemorySalesChannel("market", 1);
        var link = new ChannelSynchroniser(bench.Ledger, channel, EachPass);
        await link.SynchroniseAsync();
        channel.Tamper("A", 7);
        ChannelConflict first = Assert.Single(await link.ReconcileAsync());
        Assert.Equal((10L, 7L, ConflictSide.Channel), (first.Ledger, first.Outside, first.Right));
        Assert.Equal(7, channel.Shown("A"));
        ChannelConflict second = Assert.Single(await link.ReconcileAsync());
        Assert.Equal((10L, 7L, ConflictSide.Ledger), (second.Ledger, second.Outside, second.Right));
        Assert.Equal(10, channel.Shown("A"));
        Assert.Empty(await link.ReconcileAsync());
    }

    [Fact]
    public async Task A_new_synchroniser_goes_on_where_the_old_one_stopped()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 10);
        await bench.Ledger.DefineAsync(new SalesChannel("market"));
        var channel = new MemorySalesChannel("market", 1);
        await new ChannelSynchroniser(bench.Ledger, channel, EachPass).SynchroniseAsync();
        channel.Sell("M-1", "A", 3);
        await bench.ReserveAsync("web-1", "A", 1);
        ChannelSyncReport pass = await new ChannelSynchroniser(bench.Ledger, channel, EachPass).SynchroniseAsync();
        Assert.Equal((1, 0), (pass.Sales, pass.Conflicts.Count));
        Assert.Equal((6L, 6L), (bench.Ledger.AvailableToPromise("A", "market"), channel.Shown("A")));
    }

    [Fact]
    public async Task Corrections_at_a_channel_are_booked_once_and_bad_ones_are_named()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 10);
        await bench.Ledger.DefineAsync(new SalesChannel("till"));
        var channel = new MemorySalesChannel("till", 1) { Duplication = 1 };
        var link = new ChannelSynchroniser(bench.Ledger, channel, EachPass);
        await link.SynchroniseAsync();
        channel.Correct(new("C-1", "AMS-1", "A", -2, "breakage"));
        channel.Correct(new("C-2", "NOWHERE", "A", -3));
        ChannelSyncReport pass = await link.SynchroniseAsync();
        Assert.Equal("C-2", Assert.Single(pass.Conflicts).Subject);
        await link.SynchroniseAsync();
        await new ChannelSynchroniser(bench.Ledger, channel, EachPass).SynchroniseAsync();
        Assert.Equal(8, bench.Ledger.Balance("A").OnHand);
        Assert.Equal(8, channel.Shown("A"));
        await bench.MustBeSoundAsync();
    }

    [Fact]
    public async Task A_marketplace_that_takes_differences_is_kept_in_step_while_it_sells()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 10);
        await bench.Ledger.DefineAsync(new SalesChannel("market"));
        var channel = new DeltaSalesChannel("market", 1) { Delay = 1 };
        var link = new ChannelSynchroniser(bench.Ledger, channel, EachPass);
        await link.SynchroniseAsync();
        channel.Sell("M-1", "A", 4);
        await bench.ReserveAsync("web-1", "A", 1);
        await link.SynchroniseAsync();
        Assert.Equal(5, channel.Shown("A"));
        channel.Delay = 0;
        await link.SynchroniseAsync();
        Assert.Equal((5L, 0), (channel.Shown("A"), channel.Waiting));
        Assert.Equal(5, bench.Ledger.AvailableToPromise("A", "market"));
    }
}
