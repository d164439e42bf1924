using EcomOps.Core;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Lots.Internal;
using EcomOps.Inventory.Reservations;

namespace EcomOps.Inventory.Ledger.Internal;

// One atomic step: the commitment goes down and the units leave.
internal static class Shipments
{
    public static void Draft(MovementDraft draft, Shipment document)
    {
        if (document.From is { } from)
        {
            draft.Place(from, "from", out _);
        }

        for (int i = 0; i < document.Lines.Count; i++)
        {
            draft.Item(document.Lines[i].Sku, $"lines[{i}].sku");
            draft.Quantity(document.Lines[i].Quantity, $"lines[{i}].quantity");
        }

        if (draft.Issues.Count > 0)
        {
            return;
        }

        if (document.ClaimId is null)
        {
            WithoutClaim(draft, document);
        }
        else if (ClaimOf(draft, document.ClaimId) is { } claim)
        {
            WithClaim(draft, document, claim);
        }
    }

    private static StockClaim? ClaimOf(MovementDraft draft, string id)
    {
        if (draft.State.ClaimOf(id) is not { } claim)
        {
            draft.Issues.Add(new("unknown_claim", "claimId", $"There is no claim '{id}'."));
            return null;
        }

        if (claim.Status is not (ClaimStatus.Committed or ClaimStatus.Allocated))
        {
            draft.Issues.Add(new("claim_state", "claimId", $"Claim '{id}' is {claim.Status}; only committed claims are shipped."));
            return null;
        }

        return claim;
    }

    private static void WithClaim(MovementDraft draft, Shipment document, StockClaim claim)
    {
        var open = claim.Lines.Select(l => l.Open).ToArray();
        IEnumerable<ShipmentLine> wanted = document.Lines.Count > 0
            ? document.Lines
            : [.. claim.Lines.Where(l => l.Open > 0).Select(l => new ShipmentLine(l.Sku, l.Open))];
        var picks = new List<LotPick>();
        var bound = LotPicker.Allocated(draft.State, claim.Id);
        foreach (ShipmentLine line in wanted)
        {
            long left = line.Quantity;
            for (int i = 0; i < open.Length && left > 0; i++)
            {
                if (claim.Lines[i].Sku != line.Sku || open[i] == 0)
                {
                    continue;
                }

                long part = Math.Min(left, open[i]);
                left -= part;
                open[i] -= part;
                Pick(draft, document, claim, claim.Lines[i].Pool, line, part, picks, bound);
            }

            if (left > 0)
            {
                draft.Issues.Add(new("more_than_claimed", $"lines[{line.Sku}]", $"The claim holds {line.Quantity - left} open units of '{line.Sku}', not {line.Quantity}."));
            }
        }

        Leave(draft, picks);
        ClaimLine[] lines = [.. claim.Lines.Select((l, i) => l with { Open = open[i], Backordered = Math.Min(l.Backordered, open[i]) })];
        bool done = open.All(o => o == 0);
        draft.Claim = claim with { Lines = lines, Status = done ? ClaimStatus.Shipped : claim.Status, Picks = done ? [] : Rest(claim.Picks, picks) };
    }

    private static void Pick(MovementDraft draft, Shipment document, StockClaim claim, string pool, ShipmentLine line, long quantity, List<LotPick> picks, Dictionary<(Sku, string, string?), long>? bound)
    {
        ItemState item = draft.State.Items[line.Sku];
        int days = Math.Max(document.MinimumRemainingDays, LastingStock.DaysFor(draft.State, item, claim.Channel));
        if (claim.Status == ClaimStatus.Allocated && document.From is null && line.Lot is null)
        {
            // Bound picks of the item in their order; those that have become too old since are picked anew.
            foreach (LotPick bind in claim.Picks.Where(p => p.Sku == line.Sku && LotPicker.Lasts(draft.State, item, p, draft.Now, days)))
            {
                long used = picks.Where(p => p.Sku == bind.Sku && p.Location == bind.Location && p.Lot == bind.Lot).Sum(p => p.Quantity);
                long taken = Math.Min(quantity, bind.Quantity - used);
                if (taken > 0)
                {
                    picks.Add(bind with { Quantity = taken });
                    quantity -= taken;
                }
            }

            if (quantity == 0)
            {
                return;
            }
        }

        int node = draft.State.Tree.NodeOf(pool);
        int from = document.From is { } code ? draft.State.Tree.NodeOf(code) : node;
        if (!draft.State.Tree.IsWithin(from, node))
        {
            draft.Issues.Add(new("outside_pool", "from", $"'{document.From}' does not belong to '{pool}', on which '{line.Sku}' is claimed."));
            return;
        }

        var wish = new PickWish(item, from, line.Lot, quantity, days, null) { ClaimId = claim.Id };
        if (from != node && item.Free(from) < quantity)
        {
            draft.Issues.Add(new("promised_elsewhere", $"lines[{line.Sku}]", $"Units of '{line.Sku}' at '{document.From}' are promised to other claims; ship from elsewhere."));
            return;
        }

        if (LotPicker.Pick(draft.State, wish, draft.Now, picks, bound) is { } issue)
        {
            draft.Issues.Add(issue);
        }
    }

    private static void WithoutClaim(MovementDraft draft, Shipment document)
    {
        int pool = document.From is { } code ? draft.State.Tree.NodeOf(code) : PoolTree.Root;
        var picks = new List<LotPick>();
        var bound = LotPicker.Allocated(draft.State, null);
        foreach (IGrouping<Sku, ShipmentLine> lines in document.Lines.GroupBy(l => l.Sku))
        {
            ItemState item = draft.State.Items[lines.Key];
            long available = draft.State.Available(item, pool);
            if (!document.AlreadyHappened && LastingStock.Applies(draft.State, item))
            {
                int days = Math.Max(document.MinimumRemainingDays, item.Item.MinimumRemainingDays);
                available = LastingStock.Of(draft.State, item, draft.Now, days).Available(pool, days);
            }

            if (!document.AlreadyHappened && available < lines.Sum(l => l.Quantity))
            {
                draft.Issues.Add(new("not_available", $"lines[{lines.Key}]", $"{Math.Max(0, available)} units of '{lines.Key}' are available; the rest is promised or not there."));
                continue;
            }

            foreach (ShipmentLine line in lines)
            {
                var wish = new PickWish(item, pool, line.Lot, line.Quantity, document.MinimumRemainingDays, null) { RespectsClaims = !document.AlreadyHappened };
                if (LotPicker.Pick(draft.State, wish, draft.Now, picks, document.AlreadyHappened ? null : bound) is { } issue)
                {
                    draft.Issues.Add(issue);
                }
            }
        }

        Leave(draft, picks);
    }

    private static void Leave(MovementDraft draft, List<LotPick> picks)
    {
        foreach (LotPick pick in picks)
        {
            draft.Add(pick.Sku, new(pick.Location, StockCondition.Sellable, pick.Lot), new(VirtualLocation.Customer, StockCondition.Sellable, pick.Lot), pick.Quantity);
        }
    }

    private static IReadOnlyList<LotPick> Rest(IReadOnlyList<LotPick> bound, List<LotPick> shipped)
    {
        var left = bound.ToList();
        foreach (LotPick pick in shipped)
        {
            int at = left.FindIndex(p => p.Sku == pick.Sku && p.Location == pick.Location && p.Lot == pick.Lot);
            if (at >= 0)
            {
                left[at] = left[at] with { Quantity = Math.Max(0, left[at].Quantity - pick.Quantity) };
            }
        }

        return [.. left.Where(p => p.Quantity > 0)];
    }
}
