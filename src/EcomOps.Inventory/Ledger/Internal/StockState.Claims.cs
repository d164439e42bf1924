using EcomOps.Inventory.Channels.Internal;
using EcomOps.Inventory.Reservations;

namespace EcomOps.Inventory.Ledger.Internal;

// What claims hold: counted in every pool around them, watched until they run out, bound to lots, taken off quotas.
internal sealed partial class StockState
{
    public static StockClaim Closed(StockClaim claim, ClaimStatus status) =>
        claim with { Status = status, Lines = [.. claim.Lines.Select(l => l with { Open = 0 })], Picks = [] };

    public void Restore(StockClaim claim)
    {
        Ids.Slot(claim.Id).Claim = claim;
        Bind(claim);
        if (claim.IsActive)
        {
            AddClaimed(claim, 1);
            Watch(claim);
        }
    }

    // An answer comes with a claim that its request placed; a claim of that name from before, closed long ago, does not count.
    private void Replace(StockClaim after, bool shipped = false, ReservationEntry? answer = null)
    {
        ref Remembered slot = ref Ids.Slot(after.Id);
        Undo.Id(after.Id, slot);
        StockClaim? before = answer is null ? slot.Claim : null;
        slot.Claim = after;
        slot.Answer = answer?.Key is null ? slot.Answer : answer;
        if (before is { IsActive: true })
        {
            AddClaimed(before, -1);
        }

        if (after.IsActive)
        {
            AddClaimed(after, 1);
            if (before is null || after.ExpiresAt != before.ExpiresAt || before.Status != after.Status)
            {
                Watch(after);
            }
        }

        if (after.Channel is { } channel)
        {
            TrackQuota(before, after, channel, shipped);
        }

        if (after.Status == ClaimStatus.Allocated || before is { Status: ClaimStatus.Allocated })
        {
            Bind(after);
        }
    }

    private void Bind(StockClaim claim)
    {
        bool binds = claim.Status == ClaimStatus.Allocated;
        if (binds ? AllocatedClaims.Add(claim.Id) : AllocatedClaims.Remove(claim.Id))
        {
            Undo.Do(() => _ = binds ? AllocatedClaims.Remove(claim.Id) : AllocatedClaims.Add(claim.Id));
        }
    }

    private void Watch(StockClaim claim)
    {
        if (claim is { Status: ClaimStatus.Held, ExpiresAt: { } at })
        {
            Due.Push(new(at.ToUnixTimeTicks(), claim.Id));
        }
    }

    private void AddClaimed(StockClaim claim, int sign)
    {
        IReadOnlyList<ClaimLine> lines = claim.Lines;
        for (int i = 0; i < lines.Count; i++)
        {
            ClaimLine line = lines[i];
            if (line.Open == 0)
            {
                continue;
            }

            ItemState item = ItemOf(line.Sku);
            Touch(item);
            for (int node = Tree.NodeOf(line.Pool); node >= 0; node = Tree.Parents[node])
            {
                Undo.Counter(item, node);
                item.Pools[node].Claimed += sign * line.Open;
            }

            if (claim.Channel is not null)
            {
                ChannelCounts.Add(this, item, claim.Channel, line, sign);
            }
        }
    }

    // Units that the channel no longer has in its quota: claimed now, or shipped.
    private void TrackQuota(StockClaim? before, StockClaim after, string channel, bool shipped)
    {
        for (int i = 0; i < after.Lines.Count; i++)
        {
            ItemState item = ItemOf(after.Lines[i].Sku);
            long change = before is not { IsActive: true } ? after.Lines[i].Open : shipped ? 0 : after.Lines[i].Open - before.Lines[i].Open;
            if (change != 0 && item.Channels?.GetValueOrDefault(channel)?.Quota is not null)
            {
                Dictionary<string, long> used = item.QuotaUsed ??= new(StringComparer.Ordinal);
                long was = used.GetValueOrDefault(channel);
                Undo.Do(() => used[channel] = was);
                used[channel] = was + change;
            }
        }
    }
}
