using EcomOps.Core;
using EcomOps.Inventory.Reservations;

namespace EcomOps.Inventory.Ledger.Internal;

// The writer's memory against what the log gives.
internal static class StateComparison
{
    public static IEnumerable<Issue> Differences(StockState live, StockState stored)
    {
        if (live.ClosedPeriod != stored.ClosedPeriod)
        {
            yield return new("memory_differs", "period", $"Memory has closed {live.ClosedPeriod}, the log {stored.ClosedPeriod}.");
        }

        foreach ((Sku sku, ItemState item) in live.Items)
        {
            if (!stored.Items.TryGetValue(sku, out ItemState? other))
            {
                // A definition that was never stored leaves an empty item behind; units would be a defect.
                if (item.Accounts.Values.Any(a => a.Quantity != 0))
                {
                    yield return new("memory_differs", sku.Value, "Memory holds units of an item that the log does not know.");
                }

                continue;
            }

            foreach ((AccountKey key, AccountState account) in item.Accounts)
            {
                if (account.Quantity != (other.Accounts.GetValueOrDefault(key)?.Quantity ?? 0))
                {
                    yield return new("memory_differs", $"{sku} {key}", $"Memory says {account.Quantity} units, the log {other.Accounts.GetValueOrDefault(key)?.Quantity ?? 0}.");
                }
            }

            for (int node = 0; node < Math.Min(item.Pools.Length, other.Pools.Length); node++)
            {
                if (item.Free(node) != other.Free(node) || item.Published.Free[node] != item.Free(node))
                {
                    yield return new("memory_differs", $"{sku} pool {node}", $"Memory says {item.Free(node)} free units and shows {item.Published.Free[node]}, the log gives {other.Free(node)}.");
                }
            }
        }

        foreach (StockClaim claim in stored.Claims.Where(c => c.IsActive))
        {
            StockClaim? here = live.ClaimOf(claim.Id);
            if (here is null || here.Status != claim.Status)
            {
                yield return new("memory_differs", claim.Id, $"The log has the claim as {claim.Status}, memory as {(here?.Status.ToString() ?? "nothing")}.");
            }
        }
    }
}
