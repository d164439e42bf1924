using EcomOps.Core;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Reservations;
using NodaTime;

namespace EcomOps.Inventory.Ledger.Internal;

internal static class Balances
{
    public static StockBalance Of(StockState state, Sku sku, string pool, int node, Instant now)
    {
        if (!state.Items.TryGetValue(sku, out ItemState? item))
        {
            return new(sku, pool, 0, 0, 0, 0);
        }

        long[] conditions = new long[5];
        long transit = 0;
        foreach ((AccountKey key, AccountState account) in item.Accounts)
        {
            if (key.Location.StartsWith("@transit/", StringComparison.Ordinal))
            {
                transit += account.Quantity;
            }
            else if (state.Tree.TryFind(key.Location, out int at) && state.Tree.IsWithin(at, node))
            {
                bool expired = key.Condition == StockCondition.Sellable && key.Lot is not null && item.Lots.TryGetValue(key.Lot, out Lots.StockLot? lot) && lot.Expires is { } day
                    && StockState.ExpiryInstant(day, state.Tree.Location(key.Location)!.Zone) <= now;
                conditions[(int)(expired ? StockCondition.Expired : key.Condition)] += account.Quantity;
            }
        }

        long held = 0;
        long committed = 0;
        long allocated = 0;
        foreach (StockClaim claim in state.Claims)
        {
            if (!claim.IsActive || (claim.Status == ClaimStatus.Held && claim.ExpiresAt <= now))
            {
                continue;
            }

            long open = claim.Lines.Where(l => l.Sku == sku && state.Tree.IsWithin(state.Tree.NodeOf(l.Pool), node)).Sum(l => l.Open);
            held += claim.Status == ClaimStatus.Held ? open : 0;
            committed += claim.Status == ClaimStatus.Held ? 0 : open;
            allocated += claim.Status == ClaimStatus.Allocated ? open : 0;
        }

        long available = long.MaxValue;
        for (int n = node; n >= 0; n = state.Tree.Parents[n])
        {
            available = Math.Min(available, item.Free(n) + Expiry.Correction(state, item, n, now));
        }

        return new(sku, pool, conditions[0], held, committed, available)
        {
            Allocated = allocated,
            Quarantine = conditions[(int)StockCondition.Quarantine],
            Damaged = conditions[(int)StockCondition.Damaged],
            Expired = conditions[(int)StockCondition.Expired],
            OnHold = conditions[(int)StockCondition.OnHold],
            Incoming = (item.Supply ?? []).Values.Where(s => state.Tree.TryFind(s.At, out int at) && state.Tree.IsWithin(at, node)).Sum(s => s.Quantity),
            InTransit = node == PoolTree.Root ? transit : 0,
        };
    }
}
