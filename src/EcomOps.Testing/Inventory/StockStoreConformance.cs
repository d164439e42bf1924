using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Stores;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Testing.Inventory;

/// <summary>The contract of <see cref="IStockStore"/> as rules that any store can be held to: inherit, open the store, and run each of <see cref="Rules"/> as one test.</summary>
/// <remarks>Failures are <see cref="InvalidOperationException"/>s whose message is the broken rule. Needs no test framework.</remarks>
public abstract partial class StockStoreConformance
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);

    /// <summary>Names of the rules.</summary>
    public static IReadOnlyList<string> Rules { get; } = [.. Each().Keys.Order(StringComparer.Ordinal)];

    /// <summary>Opens one and the same empty store; called several times within a rule it gives further handles to that store, as other processes would have.</summary>
    /// <param name="name">Name of the store, unique for each rule run.</param>
    /// <returns>A handle; the kit disposes it.</returns>
    protected abstract IStockStore Open(string name);

    /// <summary>Runs one rule.</summary>
    /// <param name="rule">One of <see cref="Rules"/>.</param>
    /// <returns>A task that fails when the store breaks the rule.</returns>
    /// <exception cref="InvalidOperationException">The store breaks the rule.</exception>
    public Task RunAsync(string rule) => Each()[rule](this);

    private static Dictionary<string, Func<StockStoreConformance, Task>> Each() => new(StringComparer.Ordinal)
    {
        [nameof(An_appended_batch_is_read_back_exactly)] = kit => kit.An_appended_batch_is_read_back_exactly(),
        [nameof(A_batch_with_an_old_expected_sequence_is_refused_whole)] = kit => kit.A_batch_with_an_old_expected_sequence_is_refused_whole(),
        [nameof(A_batch_with_a_future_expected_sequence_is_refused_whole)] = kit => kit.A_batch_with_a_future_expected_sequence_is_refused_whole(),
        [nameof(Of_two_writers_with_the_same_expectation_one_wins)] = kit => kit.Of_two_writers_with_the_same_expectation_one_wins(),
        [nameof(Shards_do_not_see_each_other)] = kit => kit.Shards_do_not_see_each_other(),
        [nameof(Keys_are_purged_and_only_closed_entries_are_compacted)] = kit => kit.Keys_are_purged_and_only_closed_entries_are_compacted(),
        [nameof(An_older_snapshot_never_replaces_a_newer_one)] = kit => kit.An_older_snapshot_never_replaces_a_newer_one(),
        [nameof(Cursors_are_kept_by_consumer)] = kit => kit.Cursors_are_kept_by_consumer(),
        [nameof(A_ledger_is_the_same_after_opening_again)] = kit => kit.A_ledger_is_the_same_after_opening_again(),
        [nameof(A_ledger_is_the_same_after_compaction)] = kit => kit.A_ledger_is_the_same_after_compaction(),
        ["A_hundred_units_for_three_hundred_attempts_of_32_callers"] = kit => kit.NeverOversells(300, 32, ledgers: 1),
        ["A_hundred_units_for_three_hundred_attempts_of_1000_callers"] = kit => kit.NeverOversells(300, 1000, ledgers: 1),
        ["A_hundred_units_for_three_hundred_attempts_of_two_ledgers"] = kit => kit.NeverOversells(300, 32, ledgers: 2),
        [nameof(Baskets_in_opposite_order_all_end)] = kit => kit.Baskets_in_opposite_order_all_end(),
        [nameof(Every_request_sent_three_times_has_one_effect)] = kit => kit.Every_request_sent_three_times_has_one_effect(),
        [nameof(Holds_race_with_their_expiry_and_no_unit_is_sold_twice)] = kit => kit.Holds_race_with_their_expiry_and_no_unit_is_sold_twice(),
        [nameof(A_batch_whose_entries_went_keeps_its_place)] = kit => kit.A_batch_whose_entries_went_keeps_its_place(),
        ["A_copy_to_memory_made_under_load_is_a_prefix_and_verifies"] = kit => kit.CopyUnderLoad(back: false),
        ["A_copy_from_memory_made_under_load_is_a_prefix_and_verifies"] = kit => kit.CopyUnderLoad(back: true),
        [nameof(A_clock_that_goes_back_changes_nothing)] = kit => kit.A_clock_that_goes_back_changes_nothing(),
        ["Closed_periods_and_limits_of_channels_survive_opening_again"] = kit => kit.RulesSurvive(compact: false),
        ["Closed_periods_and_limits_of_channels_survive_compaction"] = kit => kit.RulesSurvive(compact: true),
        [nameof(Releasing_twice_at_once_frees_once)] = kit => kit.Releasing_twice_at_once_frees_once(),
    };

    private async Task An_appended_batch_is_read_back_exactly()
    {
        await using IStockStore store = Open(nameof(An_appended_batch_is_read_back_exactly));
        StoredEntry[] entries = [Entry(1, "k1", StoredEntryKind.Movement), Entry(2, null, StoredEntryKind.Expiry), Entry(3, "ключ/3", StoredEntryKind.Reservation)];
        Must(await store.AppendAsync(Batch("s", 0, entries), default) is Appended, "the first batch must be appended");
        IReadOnlyList<StoredEntry> read = await store.ReadAsync("s", 0, 10, default);
        Must(read.Count == 3, "all entries must be there");
        for (int i = 0; i < 3; i++)
        {
            Must(read[i].Sequence == entries[i].Sequence && read[i].Kind == entries[i].Kind && read[i].Key == entries[i].Key && read[i].RecordedAt == entries[i].RecordedAt, $"entry {i + 1} must be unchanged");
            Must(read[i].Payload.Span.SequenceEqual(entries[i].Payload.Span), $"the payload of entry {i + 1} must be unchanged");
        }

        Must((await store.ReadAsync("s", 1, 1, default)).Single().Sequence == 2, "a page starts after its sequence and keeps its limit");
        Must((await store.ReadKeyedAsync("s", 0, 2, 10, default)).Single().Key == "k1", "keyed entries keep their bounds");
        Must((await store.ReadHashesAsync("s", 0, 10, default)).Single() is { FirstSequence: 1, LastSequence: 3 } hash && hash.Hash.Span.SequenceEqual(Hash(3).Span), "the hash of the batch must be kept");
    }

    private async Task A_batch_with_an_old_expected_sequence_is_refused_whole()
    {
        await using IStockStore store = Open(nameof(A_batch_with_an_old_expected_sequence_is_refused_whole));
        await store.AppendAsync(Batch("s", 0, Entry(1), Entry(2)), default);
        Must(await store.AppendAsync(Batch("s", 0, Entry(1)), default) is SequenceConflict, "an old expectation is a conflict");
        Must(await store.AppendAsync(Batch("s", 1, Entry(2), Entry(3)), default) is SequenceConflict, "an expectation inside a batch is a conflict");
        Must((await store.ReadAsync("s", 0, 10, default)).Count == 2, "nothing of a refused batch may be visible");
    }

    private async Task A_batch_with_a_future_expected_sequence_is_refused_whole()
    {
        await using IStockStore store = Open(nameof(A_batch_with_a_future_expected_sequence_is_refused_whole));
        Must(await store.AppendAsync(Batch("s", 5, Entry(6)), default) is SequenceConflict, "a gap is a conflict");
        Must((await store.ReadAsync("s", 0, 10, default)).Count == 0, "nothing of a refused batch may be visible");
    }

    private async Task Of_two_writers_with_the_same_expectation_one_wins()
    {
        await using IStockStore one = Open(nameof(Of_two_writers_with_the_same_expectation_one_wins));
        await using IStockStore two = Open(nameof(Of_two_writers_with_the_same_expectation_one_wins));
        for (long sequence = 0; sequence < 40; sequence++)
        {
            StockBatch batch = Batch("s", sequence, Entry(sequence + 1));
            AppendOutcome[] outcomes = await Task.WhenAll(Task.Run(async () => await one.AppendAsync(batch, default)), Task.Run(async () => await two.AppendAsync(batch, default)));
            Must(outcomes.Count(o => o is Appended) == 1 && outcomes.Count(o => o is SequenceConflict) == 1, "exactly one of two writers wins");
        }

        Must((await two.ReadAsync("s", 0, 100, default)).Count == 40, "each handle sees what the other appended");
    }

    private async Task Shards_do_not_see_each_other()
    {
        await using IStockStore store = Open(nameof(Shards_do_not_see_each_other));
        await store.AppendAsync(Batch("a", 0, Entry(1, "k")), default);
        Must(await store.AppendAsync(Batch("b", 0, Entry(1, "k")), default) is Appended, "shards have sequences and keys of their own");
        Must((await store.ReadAsync("c", 0, 10, default)).Count == 0, "an unknown shard is empty");
    }

    private async Task Keys_are_purged_and_only_closed_entries_are_compacted()
    {
        await using IStockStore store = Open(nameof(Keys_are_purged_and_only_closed_entries_are_compacted));
        await store.AppendAsync(Batch("s", 0, Entry(1, "m", StoredEntryKind.Movement), Entry(2, "r", StoredEntryKind.Reservation), Entry(3, null, StoredEntryKind.Expiry), Entry(4, "late", StoredEntryKind.Reservation)), default);
        Must(await store.CompactAsync("s", 4, default) == 0, "without a snapshot nothing may go");
        await store.WriteSnapshotAsync("s", new(4, Hash(1)), default);
        Must(await store.PurgeKeysAsync("s", Start + Duration.FromSeconds(4), 3, default) == 2, "keys before the instant go, within the sequence");
        Must(await store.CompactAsync("s", 4, default) == 2, "entries without key that moved nothing go");
        Must((await store.ReadAsync("s", 0, 10, default)).Select(e => e.Sequence).SequenceEqual([1L, 4L]), "movements and keyed entries stay");
        Must(await store.AppendAsync(Batch("s", 4, Entry(5)), default) is Appended, "the log goes on");
    }

    private async Task An_older_snapshot_never_replaces_a_newer_one()
    {
        await using IStockStore store = Open(nameof(An_older_snapshot_never_replaces_a_newer_one));
        Must(await store.ReadSnapshotAsync("s", default) is null, "a new shard has no snapshot");
        await store.WriteSnapshotAsync("s", new(7, Hash(7)), default);
        await store.WriteSnapshotAsync("s", new(3, Hash(3)), default);
        Must(await store.ReadSnapshotAsync("s", default) is { Sequence: 7 } kept && kept.Payload.Span.SequenceEqual(Hash(7).Span), "the newer snapshot stays");
    }

    private async Task Cursors_are_kept_by_consumer()
    {
        await using IStockStore store = Open(nameof(Cursors_are_kept_by_consumer));
        await store.WriteCursorAsync("s", "a", 5, default);
        await store.WriteCursorAsync("s", "a", 9, default);
        await store.WriteCursorAsync("t", "a", 2, default);
        Must(await store.ReadCursorAsync("s", "a", default) == 9 && await store.ReadCursorAsync("s", "b", default) == 0, "a cursor is that of its shard and consumer");
    }

    private async Task A_ledger_is_the_same_after_opening_again() => await LedgerSurvives(nameof(A_ledger_is_the_same_after_opening_again), compact: false);

    private async Task A_ledger_is_the_same_after_compaction() => await LedgerSurvives(nameof(A_ledger_is_the_same_after_compaction), compact: true);

    private async Task LedgerSurvives(string name, bool compact)
    {
        var clock = new FakeClock(Start);
        ReserveOutcome first;
        await using (IStockStore store = Open(name))
        {
            await using StockLedger ledger = await FilledAsync(store, clock, 20);
            first = await ledger.ReserveAsync(new("keep", [new("A", 3)]) { Firm = true });
            await ledger.ReserveAsync(new("dies", [new("A", 5)]));
            await ledger.ReserveAsync(new("too-much", [new("A", 500)]));
            if (compact)
            {
                await ledger.CompactAsync();
                clock.Advance(Duration.FromDays(8));
                await ledger.ReserveAsync(new("young", [new("A", 1)]) { Firm = true });
                StockCompaction done = await ledger.CompactAsync();
                Must(done.KeysForgotten >= 3 && done.EntriesRemoved >= 2, $"old keys and closed claims go ({done})");
            }
        }

        await using IStockStore again = Open(name);
        await using StockLedger reopened = await StockLedger.OpenAsync(again, clock, Options());
        Must(reopened.AvailableToPromise("A") == (compact ? 16 : 12), $"availability survives, is {reopened.AvailableToPromise("A")}");
        Must(reopened.Claim("keep") is { Status: ClaimStatus.Committed }, "the commitment survives");
        if (!compact)
        {
            Must(await reopened.ReserveAsync(new("keep", [new("A", 3)]) { Firm = true }) is Reserved same && same.Sequence == ((Reserved)first).Sequence, "a key gives its first answer after opening again");
            Must(await reopened.ReserveAsync(new("too-much", [new("A", 500)])) is Insufficient, "also a refusal is remembered");
        }

        await MustBeSoundAsync(reopened);
    }

    private async Task NeverOversells(int attempts, int callers, int ledgers)
    {
        string name = $"oversell-{callers}-{ledgers}";
        var clock = new FakeClock(Start);
        var stores = new List<IStockStore>();
        var open = new List<StockLedger>();
        for (int i = 0; i < ledgers; i++)
        {
            stores.Add(Open(name));
            open.Add(i == 0 ? await FilledAsync(stores[0], clock, 100) : await StockLedger.OpenAsync(stores[i], clock, Options()));
        }

        int next = -1;
        int won = 0;
        int odd = 0;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            for (int i = Interlocked.Increment(ref next); i < attempts; i = Interlocked.Increment(ref next))
            {
                ReserveOutcome outcome = await open[caller % ledgers].ReserveAsync(new($"o-{i}", [new("A", 1)]) { Firm = true });
                _ = outcome switch
                {
                    Reserved => Interlocked.Increment(ref won),
                    Insufficient => 0,
                    _ => Interlocked.Increment(ref odd),
                };
            }
        })));
        Must(won == 100 && odd == 0, $"exactly 100 of {attempts} attempts succeed, not {won}; {odd} had another answer");
        await open[0].RefreshAsync();
        long rows = 0;
        await foreach (StoredEntry entry in AllAsync(stores[0], "main"))
        {
            rows += entry.Kind == StoredEntryKind.Reservation ? 1 : 0;
        }

        Must(rows == 100 && open[0].Balance("A").Committed == 100 && open[0].AvailableToPromise("A") == 0, $"reserved units equal stored reservations, {rows}");
        foreach (StockLedger ledger in open)
        {
            await ledger.RefreshAsync();
            await MustBeSoundAsync(ledger);
            await ledger.DisposeAsync();
        }

        foreach (IStockStore store in stores)
        {
            await store.DisposeAsync();
        }
    }

    private async Task Baskets_in_opposite_order_all_end()
    {
        await using IStockStore store = Open(nameof(Baskets_in_opposite_order_all_end));
        await using IStockStore other = Open(nameof(Baskets_in_opposite_order_all_end));
        var clock = new FakeClock(Start);
        await using StockLedger one = await FilledAsync(store, clock, 60);
        await using StockLedger two = await StockLedger.OpenAsync(other, clock, Options());
        int won = 0;
        await Task.WhenAll(Enumerable.Range(0, 32).Select(caller => Task.Run(async () =>
        {
            for (int i = 0; i < 5; i++)
            {
                ReservationLine[] lines = [new("A", 1), new("B", 1)];
                StockLedger ledger = caller % 2 == 0 ? one : two;
                ReserveOutcome outcome = await ledger.ReserveAsync(new($"b-{caller}-{i}", caller % 2 == 0 ? lines : [.. lines.Reverse()]) { Firm = true }).WaitAsync(TimeSpan.FromSeconds(60));
                Must(outcome is Reserved or Insufficient, $"a basket ends with an answer, not {outcome}");
                Interlocked.Add(ref won, outcome is Reserved ? 1 : 0);
            }
        })));
        Must(won == 60, $"60 baskets fit, {won} were taken");
        await one.RefreshAsync();
        await MustBeSoundAsync(one);
    }

    private async Task Every_request_sent_three_times_has_one_effect()
    {
        await using IStockStore store = Open(nameof(Every_request_sent_three_times_has_one_effect));
        await using StockLedger ledger = await FilledAsync(store, new FakeClock(Start), 100);
        var random = new Random(5);
        int[] order = [.. Enumerable.Range(0, 450).Select(i => i % 150).OrderBy(_ => random.Next())];
        ReserveOutcome[] answers = await Task.WhenAll(order.Select(i => Task.Run(() => ledger.ReserveAsync(new($"o-{i}", [new("A", 1)]) { Firm = true }))));
        foreach (IGrouping<int, ReserveOutcome> same in order.Zip(answers).GroupBy(p => p.First, p => p.Second))
        {
            Must(same.Select(SequenceOf).Distinct().Count() == 1, "the same request gets the same answer");
        }

        Must(order.Zip(answers).Where(p => p.Second is Reserved).Select(p => p.First).Distinct().Count() == 100, "100 requests succeed");
        Must(ledger.Balance("A").Committed == 100, "each has one effect");
    }

    private async Task Holds_race_with_their_expiry_and_no_unit_is_sold_twice()
    {
        await using IStockStore store = Open(nameof(Holds_race_with_their_expiry_and_no_unit_is_sold_twice));
        var clock = new FakeClock(Start);
        await using StockLedger ledger = await FilledAsync(store, clock, 10);
        int committed = 0;
        for (int round = 0; round < 20; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
            {
                string id = $"h-{round}-{caller}";
                if (await ledger.ReserveAsync(new(id, [new("A", 1)]) { TimeToLive = Duration.FromSeconds(2) }) is Reserved)
                {
                    clock.Advance(Duration.FromMilliseconds(400));
                    Interlocked.Add(ref committed, await ledger.CommitAsync(id) is ClaimChanged ? 1 : 0);
                }
            })));
        }

        clock.Advance(Duration.FromMinutes(1));
        Must(committed <= 10 && ledger.Balance("A") is { Available: >= 0 } balance && balance.Committed == committed && balance.Held == 0, $"{committed} commitments of 10 units: {ledger.Balance("A")}");
        await ledger.RefreshAsync();
        await MustBeSoundAsync(ledger);
    }

    private async Task Releasing_twice_at_once_frees_once()
    {
        await using IStockStore store = Open(nameof(Releasing_twice_at_once_frees_once));
        await using IStockStore other = Open(nameof(Releasing_twice_at_once_frees_once));
        var clock = new FakeClock(Start);
        await using StockLedger one = await FilledAsync(store, clock, 10);
        await using StockLedger two = await StockLedger.OpenAsync(other, clock, Options());
        for (int i = 0; i < 20; i++)
        {
            await one.ReserveAsync(new($"o-{i}", [new("A", 4)]));
            await two.RefreshAsync();
            await Task.WhenAll(one.ReleaseAsync($"o-{i}"), two.ReleaseAsync($"o-{i}"), one.ReleaseAsync($"o-{i}"));
            await one.RefreshAsync();
            Must(one.AvailableToPromise("A") == 10, $"all 10 units are free again, not {one.AvailableToPromise("A")}");
        }

        await MustBeSoundAsync(one);
    }

    private static async Task<StockLedger> FilledAsync(IStockStore store, IClock clock, long units)
    {
        StockLedger ledger = await StockLedger.OpenAsync(store, clock, Options());
        await ledger.DefineAsync(new StockLocation("AMS-1"));
        PostingOutcome outcome = await ledger.ReceiveAsync(new Receipt("PO-1", "AMS-1", [new("A", units), new("B", units)]));
        Must(outcome is Posted, $"the receipt is booked, not {outcome}");
        return ledger;
    }

    private static async IAsyncEnumerable<StoredEntry> AllAsync(IStockStore store, string shard)
    {
        for (long after = 0; await store.ReadAsync(shard, after, 1000, default) is { Count: > 0 } page; after = page[^1].Sequence)
        {
            foreach (StoredEntry entry in page)
            {
                yield return entry;
            }
        }
    }

    private static async Task MustBeSoundAsync(StockLedger ledger)
    {
        StockVerification proof = await ledger.VerifyAsync();
        Must(proof.IsClean, "the ledger verifies: " + string.Join("; ", proof.Issues.Take(5)));
    }

    private static long SequenceOf(ReserveOutcome outcome) => outcome switch
    {
        Reserved r => r.Sequence,
        Insufficient i => -i.Sequence,
        _ => 0,
    };

    private static StockLedgerOptions Options() => new() { RefreshInterval = Duration.Zero, MaximumAttempts = 1000 };

    private static StoredEntry Entry(long sequence, string? key = null, StoredEntryKind kind = StoredEntryKind.ClaimChange) =>
        new(sequence, kind, Start + Duration.FromSeconds(sequence), key, new byte[] { 9, unchecked((byte)sequence), 0, 255 });

    private static StockBatch Batch(string shard, long expected, params StoredEntry[] entries) => new(shard, expected, entries, Hash(entries[^1].Sequence));

    private static ReadOnlyMemory<byte> Hash(long seed) => Enumerable.Range(0, 32).Select(i => unchecked((byte)(seed + i))).ToArray();

    private static void Must(bool holds, string rule)
    {
        if (!holds)
        {
            throw new InvalidOperationException("Broken: " + rule + ".");
        }
    }
}
