using EcomOps.Inventory.Reservations;
using NodaTime;

namespace EcomOps.Inventory.Ledger.Internal;

// Makes the writer read the log's tail and sweep, in turn with everything else.
internal sealed class RefreshCommand : Command<string>
{
    public override Entry? Decide(StockState state, Instant now, long sequence)
    {
        Outcome = string.Empty;
        return null;
    }

    public override void Answer(Entry recorded) => Outcome = string.Empty;

    public override void Refuse(StockRefusal refusal) => Outcome = refusal is Indeterminate i ? i.Message : refusal.ToString();
}

// Runs a reading of the state in turn with the batches, so that it sees whole and durable ones only.
internal sealed class SnapshotCommand(Duration retention) : Command<Stores.StoredSnapshot>
{
    public override Entry? Decide(StockState state, Instant now, long sequence) => null;

    public override void Answer(Entry recorded)
    {
    }

    public override void Refuse(StockRefusal refusal)
    {
    }

    // After the batch is durable.
    public void Take(StockState state)
    {
        Forget(state, state.RecordedAt - retention);
        Outcome = Snapshots.Write(state);
    }

    private static void Forget(StockState state, Instant before)
    {
        foreach ((string id, Remembered known) in state.Ids.All.ToList())
        {
            Entry? answer = known.Answer?.RecordedAt < before ? null : known.Answer;
            StockClaim? claim = answer is null && known.Claim is { IsActive: false } closed && closed.PlacedAt < before ? null : known.Claim;
            state.Ids.Put(id, new(answer, claim));
        }
    }
}
