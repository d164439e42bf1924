using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Stores;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Testing.Inventory;

public abstract partial class StockStoreConformance
{
    private async Task A_batch_whose_entries_went_keeps_its_place()
    {
        await using IStockStore store = Open(nameof(A_batch_whose_entries_went_keeps_its_place));
        Must(await store.AppendAsync(new("s", 0, [Entry(1)], Hash(3)) { LastSequence = 3 }, default) is Appended, "a copied batch may lack entries");
        Must(await store.AppendAsync(new("s", 3, [], Hash(5)) { LastSequence = 5 }, default) is Appended, "a copied batch may have lost them all");
        Must(await store.AppendAsync(Batch("s", 3, Entry(4)), default) is SequenceConflict, "the place of a batch without entries is taken");
        Must(await store.AppendAsync(Batch("s", 5, Entry(6)), default) is Appended, "the log goes on after it");
        Must((await store.ReadHashesAsync("s", 0, 10, default)).Select(h => (h.FirstSequence, h.LastSequence)).SequenceEqual([(1L, 3L), (4L, 5L), (6L, 6L)]), "hashes keep the bounds of their batches");
    }

    // Copies while the source takes orders and compacts; then once more for the rest.
    private async Task CopyUnderLoad(bool back)
    {
        await using IStockStore own = Open($"copy-{back}");
        await using var memory = new MemoryStockStore();
        (IStockStore source, IStockStore target) = back ? ((IStockStore)memory, own) : (own, memory);
        var clock = new FakeClock(Start);
        await using StockLedger ledger = await FilledAsync(source, clock, 5000);
        Task load = Task.Run(async () =>
        {
            for (int i = 0; i < 40; i++)
            {
                await ledger.ReserveAllAsync(Enumerable.Range(0, 20).Select(n => new ReservationRequest($"o-{i}-{n}", [new("A", 1)]) { TimeToLive = Duration.FromHours(1) }));
                clock.Advance(Duration.FromMinutes(5));
                if (i % 10 == 9)
                {
                    clock.Advance(Duration.FromDays(8));
                    await ledger.CompactAsync();
                }
            }
        });
        StockCopy first = await StockBackup.CopyAsync(source, target);
        await MustBePrefixAsync(source, target, first.Sequence, clock);
        await load;
        await ledger.ReserveAsync(new("last", [new("B", 7)]) { Firm = true });
        StockCopy second = await StockBackup.CopyAsync(source, target);
        Must(second.Sequence == ledger.Sequence && second.Sequence >= first.Sequence, $"the second run brings the rest, up to {ledger.Sequence}, not {second.Sequence}");
        await MustBePrefixAsync(source, target, second.Sequence, clock);
        await using (StockLedger copy = await StockLedger.OpenAsync(target, clock, Options()))
        {
            Must(copy.AvailableToPromise("A") == ledger.AvailableToPromise("A") && copy.AvailableToPromise("B") == ledger.AvailableToPromise("B"), "the copy promises what the source promises");
            Must(copy.Claims().Select(c => c.Id).SequenceEqual(ledger.Claims().Select(c => c.Id)), "the copy has the same claims");
            Must((await StockBackup.CopyAsync(source, target)).Batches == 0, "a copy that is complete gets nothing more");
            await copy.ReserveAsync(new("astray", [new("A", 1)]));
        }

        await ledger.ReserveAsync(new("elsewhere", [new("A", 2)]));
        string? code = null;
        try
        {
            await StockBackup.CopyAsync(source, target);
        }
        catch (EcomOpsException failure)
        {
            code = failure.Code;
        }

        Must(code == "copy_diverged", $"a copy that was written to is refused, {code}");
    }

    private static async Task MustBePrefixAsync(IStockStore source, IStockStore target, long sequence, IClock clock)
    {
        await using (StockLedger copy = await StockLedger.OpenAsync(target, clock, Options()))
        {
            Must(copy.Sequence == sequence, $"the copy ends at {sequence}, not {copy.Sequence}");
            await MustBeSoundAsync(copy);
        }

        Dictionary<long, StoredEntry> copied = await AllAsync(target, "main").ToDictionaryAsync(e => e.Sequence);
        await foreach (StoredEntry entry in AllAsync(source, "main"))
        {
            Must(entry.Sequence > sequence || (copied.TryGetValue(entry.Sequence, out StoredEntry same) && same.Payload.Span.SequenceEqual(entry.Payload.Span)), $"entry {entry.Sequence} of the source is in the copy, byte for byte");
        }
    }
}
