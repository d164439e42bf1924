using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Stores;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Testing.Inventory;

public abstract partial class StockStoreConformance
{
    // Times of entries never fall, expired holds stay expired, and another process with a slow clock decides by the log's time.
    private async Task A_clock_that_goes_back_changes_nothing()
    {
        var clock = new FakeClock(Start);
        await using IStockStore store = Open(nameof(A_clock_that_goes_back_changes_nothing));
        await using (StockLedger ledger = await FilledAsync(store, clock, 10))
        {
            await ledger.ReserveAsync(new("hold", [new("A", 4)]) { TimeToLive = Duration.FromMinutes(5) });
            clock.Advance(Duration.FromMinutes(6));
            await ledger.ReserveAsync(new("later", [new("A", 1)]) { Firm = true });
            clock.Advance(-Duration.FromHours(2));
            Must(ledger.Claim("hold") is { Status: ClaimStatus.Expired } && ledger.AvailableToPromise("A") == 9, "an expired hold does not come to life again");
            Must(await ledger.CommitAsync("hold") is HoldExpired, "an expired hold is not committed when the clock goes back");
            Must(await ledger.ReserveAsync(new("young", [new("A", 2)]) { TimeToLive = Duration.FromMinutes(5) }) is Reserved { Claim.ExpiresAt: { } until } && until == Start + Duration.FromMinutes(11), "a hold lasts from the time of the log on");
            Must(await ledger.ReceiveAsync(new Receipt("future", "AMS-1", [new("A", 1)]) { EffectiveAt = Start + Duration.FromMinutes(7) }) is PostingRefused, "a time after the log's is the future");
        }

        await using IStockStore other = Open(nameof(A_clock_that_goes_back_changes_nothing));
        await using StockLedger slow = await StockLedger.OpenAsync(other, new FakeClock(Start - Duration.FromDays(1)), Options());
        Must(slow.AvailableToPromise("A") == 7 && slow.Claim("young") is { Status: ClaimStatus.Held }, "a slow process sees the same");
        Must(await slow.ReceiveAsync(new Receipt("PO-2", "AMS-1", [new("A", 1)])) is Posted posted && posted.Movement.RecordedAt == Start + Duration.FromMinutes(6), "its entries bear the log's time");
        Instant last = Instant.MinValue;
        await foreach (StoredEntry entry in AllAsync(other, "main"))
        {
            Must(entry.RecordedAt >= last, $"times of recording never fall, at {entry.Sequence}");
            last = entry.RecordedAt;
        }

        await MustBeSoundAsync(slow);
    }

    private async Task RulesSurvive(bool compact)
    {
        string name = $"rules-{compact}";
        var clock = new FakeClock(Start);
        ClosedPeriod? closed;
        Instant late = Start - Duration.FromDays(10);
        await using (IStockStore store = Open(name))
        {
            StockLedgerOptions moving = Options();
            moving.ClosedPeriods = ClosedPeriodPolicy.BookOnFirstOpen;
            await using (StockLedger ledger = await FilledAsync(store, clock, 10))
            {
                await ledger.DefineAsync(new StockItem("A") { BackorderLimit = 9, PreorderLimit = 7 });
                await ledger.DefineAsync(new SalesChannel("market") { MinimumRemainingDays = 30, BackorderLimit = 2, PreorderLimit = 1 });
                await ledger.DefineAsync(new ChannelItem("market", "B") { BackorderLimit = 5, PreorderLimit = 4 });
                await ledger.ReceiveAsync(new Receipt("L", "AMS-1", [new("C", 6) { Lot = "SHORT", Expires = (Start + Duration.FromDays(10)).InUtc().Date }]));
                await ledger.ReserveAsync(new("back", [new("A", 11)]) { Channel = "market", Firm = true });
                Must((await ledger.ClosePeriodAsync(new((Start - Duration.FromDays(2)).InUtc().Date) { Reason = "month end" })).IsTaken, "a day that is over is closed");
                closed = ledger.ClosedPeriod;
            }

            await using StockLedger second = await StockLedger.OpenAsync(store, clock, moving);
            Must(await second.ReceiveAsync(new Receipt("late", "AMS-1", [new("B", 1)]) { EffectiveAt = late }) is Posted { Movement: { } moved } && moved.EffectiveAt == closed!.FirstOpen && moved.DocumentedAt == late, "a late document is booked on the first open instant");
            if (compact)
            {
                await second.CompactAsync();
            }
        }

        await using IStockStore again = Open(name);
        await using StockLedger reopened = await StockLedger.OpenAsync(again, clock, Options());
        Must(closed is not null && reopened.ClosedPeriod == closed, $"what is closed survives, is {reopened.ClosedPeriod}");
        Must(await reopened.ReceiveAsync(new Receipt("too-late", "AMS-1", [new("B", 1)]) { EffectiveAt = closed!.FirstOpen - Duration.FromTicks(1) }) is PostingRefused { Refusal: PeriodClosed }, "the closed period takes no document");
        Must(reopened.Items().Single(i => i.Sku == "A") is { BackorderLimit: 9, PreorderLimit: 7 }, "limits of items survive");
        Must(reopened.Channels().Single() is { MinimumRemainingDays: 30, BackorderLimit: 2, PreorderLimit: 1 }, "limits of channels survive");
        Must(reopened.AvailableToBackorder("A", "market") == 1, $"backorders of a channel are counted again, {reopened.AvailableToBackorder("A", "market")} are left");
        Must(reopened.AvailableToBackorder("B", "market") == 0 && reopened.AvailableToPromise("C", "market") == 0 && reopened.AvailableToPromise("C") == 6, "short-lived units are not the channel's");
        Movement late1 = await reopened.MovementsAsync().SingleAsync(m => m.Reference == "late");
        Must(late1.DocumentedAt == late && late1.EffectiveAt == closed.FirstOpen, "a moved document keeps both dates");
        await MustBeSoundAsync(reopened);
    }
}
