using EcomOps.Core;
using EcomOps.Inventory.Reservations;
using NodaTime;

namespace EcomOps.Inventory.Ledger.Internal;

// Books what time has already decided: holds that ran out and lots past their date.
internal static class Expiry
{
    public static void Sweep(StockState state, Instant now, List<Entry> batch)
    {
        long ticks = now.ToUnixTimeTicks();
        if (state.Due.Earliest > ticks)
        {
            return;
        }

        var taken = new List<Due>();
        List<string>? claims = null;
        HashSet<Sku>? skus = null;
        while (state.Due.Earliest <= ticks)
        {
            Due due = state.Due.Pop();
            taken.Add(due);
            if (due.ClaimId is { } id)
            {
                if (IsExpired(state, due) && !(claims?.Contains(id) ?? false))
                {
                    (claims ??= []).Add(id);
                    (skus ??= []).UnionWith(state.Claims[id].Lines.Select(l => l.Sku));
                }
            }
            else if (LotLeft(due) is > 0 and var quantity)
            {
                Move(state, due, quantity, now, batch);
            }
        }

        state.Undo.Do(() => taken.ForEach(due => state.Due.Push(due)));
        if (claims is not null)
        {
            Book(state, new ExpiryEntry(claims, [.. skus!.Order()]) { Sequence = state.Sequence + 1, RecordedAt = now }, batch);
        }
    }

    // Units that still count at a node though their hold has run out or their lot has expired; positive frees, negative takes.
    public static long Correction(StockState state, ItemState item, int node, Instant now)
    {
        long correction = 0;
        HashSet<string>? seen = null;
        state.Due.Visit(now.ToUnixTimeTicks(), due =>
        {
            if (due.ClaimId is { } id)
            {
                if (IsExpired(state, due) && (seen ??= new(StringComparer.Ordinal)).Add(id))
                {
                    correction += state.Claims[id].Lines.Where(l => l.Sku == item.Item.Sku && state.Tree.IsWithin(state.Tree.NodeOf(l.Pool), node)).Sum(l => l.Open);
                }
            }
            else if (ReferenceEquals(due.Item, item) && state.Tree.IsWithin(state.Tree.NodeOf(due.Location!), node) && (seen ??= new(StringComparer.Ordinal)).Add("\n" + due.Location + "\n" + due.Lot))
            {
                correction -= Math.Max(0, LotLeft(due));
            }
        });
        return correction;
    }

    private static bool IsExpired(StockState state, in Due due) =>
        state.Claims.TryGetValue(due.ClaimId!, out StockClaim? claim) && claim.Status == ClaimStatus.Held && claim.ExpiresAt!.Value.ToUnixTimeTicks() == due.Ticks;

    private static long LotLeft(in Due due) =>
        due.Item!.Accounts.TryGetValue(new(due.Location!, StockCondition.Sellable, due.Lot), out AccountState? account) ? account.Quantity : 0;

    private static void Move(StockState state, in Due due, long quantity, Instant now, List<Entry> batch)
    {
        var source = new StockAccount(due.Location!, StockCondition.Sellable, due.Lot);
        var line = new MovementLine(due.Item!.Item.Sku, source, source with { Condition = StockCondition.Expired }, quantity);
        long sequence = state.Sequence + 1;
        var movement = new Movement(sequence, MovementKind.ConditionChange, $"expiry/{sequence}", [line], now, now) { Reason = "expired" };
        Book(state, new MovementEntry(movement) { Sequence = sequence, RecordedAt = now }, batch);
    }

    private static void Book(StockState state, Entry entry, List<Entry> batch)
    {
        state.Apply(entry);
        batch.Add(entry);
    }
}
