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
            if (due.What is string id)
            {
                if (IsExpired(state, id, due.Ticks) && !(claims?.Contains(id) ?? false))
                {
                    (claims ??= []).Add(id);
                    (skus ??= []).UnionWith(state.ClaimOf(id)!.Lines.Select(l => l.Sku));
                }
            }
            else if (due.What is LotDue lot && LotLeft(lot) is > 0 and var quantity)
            {
                Move(state, lot, quantity, now, batch);
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
            if (due.What is string id)
            {
                if (IsExpired(state, id, due.Ticks) && (seen ??= new(StringComparer.Ordinal)).Add(id))
                {
                    correction += state.ClaimOf(id)!.Lines.Where(l => l.Sku == item.Item.Sku && state.Tree.IsWithin(state.Tree.NodeOf(l.Pool), node)).Sum(l => l.Open);
                }
            }
            else if (due.What is LotDue lot && ReferenceEquals(lot.Item, item) && state.Tree.IsWithin(state.Tree.NodeOf(lot.Location), node) && (seen ??= new(StringComparer.Ordinal)).Add("\n" + lot.Location + "\n" + lot.Lot))
            {
                correction -= Math.Max(0, LotLeft(lot));
            }
        });
        return correction;
    }

    // Holds that have run out and are not booked as such yet.
    public static IReadOnlyList<StockClaim> Expired(StockState state, Instant now)
    {
        if (state.Due.Earliest > now.ToUnixTimeTicks())
        {
            return [];
        }

        var claims = new Dictionary<string, StockClaim>(StringComparer.Ordinal);
        state.Due.Visit(now.ToUnixTimeTicks(), due =>
        {
            if (due.What is string id && IsExpired(state, id, due.Ticks))
            {
                claims[id] = state.ClaimOf(id)!;
            }
        });
        return [.. claims.Values];
    }

    private static bool IsExpired(StockState state, string id, long ticks) =>
        state.ClaimOf(id) is { Status: ClaimStatus.Held } claim && claim.ExpiresAt!.Value.ToUnixTimeTicks() == ticks;

    private static long LotLeft(LotDue lot) =>
        lot.Item.Accounts.TryGetValue(new(lot.Location, StockCondition.Sellable, lot.Lot), out AccountState? account) ? account.Quantity : 0;

    private static void Move(StockState state, LotDue lot, long quantity, Instant now, List<Entry> batch)
    {
        var source = new StockAccount(lot.Location, StockCondition.Sellable, lot.Lot);
        var line = new MovementLine(lot.Item.Item.Sku, source, source with { Condition = StockCondition.Expired }, quantity);
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
