using EcomOps.Core;
using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Reservations;
using EcomOps.Testing.Inventory;
using FsCheck.Xunit;

namespace EcomOps.Inventory.Tests.Stock;

public sealed class ChannelConvergenceProperties
{
    // The clock stands still here: every pass publishes all it has.
    private static readonly ChannelSyncOptions EachPass = new() { CoalescingWindow = NodaTime.Duration.Zero };

    private static readonly Sku[] Items = ["A", "B", "C"];

    /// <summary>Whatever is lost, late or repeated: no channel sells a unit of its quota twice, every sale is one claim, and when traffic stops both channels show what the ledger says.</summary>
    [Property(MaxTest = 150)]
    public bool Channels_converge_to_the_ledger_and_nothing_is_oversold(int seed, byte loss, byte duplication, byte delay) =>
        RunAsync(seed, loss / 400.0, duplication / 300.0, delay / 300.0).GetAwaiter().GetResult();

    private static async Task<bool> RunAsync(int seed, double loss, double duplication, double delay)
    {
        await using StockBench bench = await StockBench.OpenAsync();
        var shop = new MemorySalesChannel("shop", seed) { Loss = loss, Duplication = duplication, Delay = delay };
        var market = new DeltaSalesChannel("market", seed + 1) { Loss = loss, Duplication = duplication, Delay = delay };
        foreach (Sku item in Items)
        {
            await bench.ReceiveAsync(item.Value, 100);
            foreach (string name in new[] { "shop", "market" })
            {
                await bench.Ledger.DefineAsync(new SalesChannel(name));
                await bench.Ledger.DefineAsync(new ChannelItem(name, item) { Quota = 35 });
            }
        }

        ChannelSynchroniser[] links = [new(bench.Ledger, shop, EachPass), new(bench.Ledger, market, EachPass)];
        var random = new Random(seed);
        long sold = 0;
        for (int step = 0; step < 150; step++)
        {
            Sku item = Items[random.Next(Items.Length)];
            switch (random.Next(8))
            {
                case 0 or 1:
                    sold += shop.Sell($"s{step}", item, 1 + (step % 3)) ? 1 + (step % 3) : 0;
                    break;
                case 2 or 3:
                    sold += market.Sell($"m{step}", item, 1 + (step % 3)) ? 1 + (step % 3) : 0;
                    break;
                case 4:
                    await bench.ReserveAsync($"web{step}", item.Value, 2);
                    break;
                case 5:
                    shop.Deliver();
                    market.Deliver();
                    break;
                default:
                    MustNotOversell(await links[random.Next(2)].SynchroniseAsync());
                    break;
            }
        }

        (shop.Loss, shop.Duplication, shop.Delay, market.Loss, market.Duplication, market.Delay) = (0, 0, 0, 0, 0, 0);
        shop.Deliver();
        market.Deliver();
        for (int pass = 0; pass < 2; pass++)
        {
            MustNotOversell(await links[0].SynchroniseAsync());
            MustNotOversell(await links[1].SynchroniseAsync());
        }

        foreach (Sku item in Items)
        {
            Assert.Equal(bench.Ledger.AvailableToPromise(item, "shop"), shop.Shown(item));
            Assert.Equal(bench.Ledger.AvailableToPromise(item, "market"), market.Shown(item));
        }

        Assert.Equal(sold, Items.Sum(i => bench.Ledger.Balance(i).Committed));
        Assert.Equal(0, market.Waiting);
        await bench.MustBeSoundAsync();
        return true;
    }

    private static void MustNotOversell(ChannelSyncReport report) => Assert.Empty(report.Conflicts);
}
