using EcomOps.Inventory.Reservations;
using NodaTime;

namespace EcomOps.Inventory.Ledger.Internal;

// One request on its way through the writer.
internal abstract class Command
{
    public string? Key { get; init; }

    public ulong ContentHash { get; init; }

    // The claim that has the key for its id.
    protected StockClaim? Namesake { get; private set; }

    // Decides against the state and remembers the outcome; gives the entry to append, or null when nothing changes.
    public abstract Entry? Decide(StockState state, Instant now, long sequence);

    // The same answer again, from what was recorded under the key.
    public abstract void Answer(Entry recorded);

    public abstract void Refuse(StockRefusal refusal);

    // Tells the caller; only after the batch is durable.
    public abstract void Complete();

    public void Step(StockState state, Instant now, List<Entry> batch)
    {
        Remembered known = Key is null ? default : state.Ids[Key];
        if (known.Answer is { } before)
        {
            if (before.ContentHash == ContentHash)
            {
                Answer(before);
            }
            else
            {
                Refuse(new IdempotencyConflict(Key!, before.Sequence));
            }

            return;
        }

        Namesake = known.Claim;
        if (Decide(state, now, state.Sequence + 1) is { } entry)
        {
            state.Apply(entry);
            batch.Add(entry);
        }
    }
}

internal abstract class Command<TOutcome> : Command
    where TOutcome : class
{
    private readonly TaskCompletionSource<TOutcome> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TOutcome> Done => _done.Task;

    public TOutcome? Outcome { get; protected set; }

    public override void Complete() => _done.TrySetResult(Outcome!);
}
