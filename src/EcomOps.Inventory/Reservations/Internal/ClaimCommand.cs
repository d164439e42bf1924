using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Ledger.Internal;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Lots.Internal;
using NodaTime;

namespace EcomOps.Inventory.Reservations.Internal;

internal sealed class ClaimCommand(ClaimChange change, Duration maximum) : Command<ClaimOutcome>
{
    public override Entry? Decide(StockState state, Instant now, long sequence)
    {
        if (state.ClaimOf(change.ClaimId) is not { } claim)
        {
            return No("unknown_claim", $"There is no claim '{change.ClaimId}'; it was never placed, or closed longer ago than keys are kept.");
        }

        if (claim.Owner is not null && claim.Owner != change.Owner)
        {
            return No("foreign_claim", $"Claim '{change.ClaimId}' belongs to somebody else.");
        }

        // The sweep has run at this instant, so a held claim is alive.
        (StockClaim? after, ClaimOutcome? instead) = change switch
        {
            CommitClaim commit => Commit(state, claim, commit, now),
            ReleaseClaim => Release(claim),
            ExtendHold extend => Extend(claim, extend, now),
            ReduceClaim reduce => Reduce(claim, reduce),
            AllocateClaim allocate => Allocate(state, claim, allocate, now),
            _ => throw new InvalidOperationException($"No rule for {change.GetType().Name}."),
        };
        if (instead is not null)
        {
            Outcome = instead;
            return null;
        }

        if (after is null)
        {
            Outcome = new ClaimChanged(claim, state.Sequence);
            return null;
        }

        Outcome = new ClaimChanged(after, sequence);
        return new ClaimEntry(after) { Sequence = sequence, RecordedAt = now };
    }

    public override void Answer(Entry recorded) => throw new InvalidOperationException("Changes of claims carry no key.");

    public override void Refuse(StockRefusal refusal) => Outcome = new ClaimRefused(refusal);

    private static (StockClaim?, ClaimOutcome?) Commit(StockState state, StockClaim claim, CommitClaim commit, Instant now)
    {
        switch (claim.Status)
        {
            case ClaimStatus.Held:
                return (claim with { Status = ClaimStatus.Committed, ExpiresAt = null }, null);
            case ClaimStatus.Committed or ClaimStatus.Allocated or ClaimStatus.Shipped:
                return (null, null);
            case ClaimStatus.Expired when !commit.Reacquire:
                return (null, new HoldExpired(claim.Id, claim.ExpiresAt!.Value, []));
            case ClaimStatus.Expired:
                ClaimLine[] wanted = [.. claim.Lines.Select(l => l with { Open = l.Quantity, Backordered = 0, PromisedFor = null })];
                ClaimLine[]? again = Demand.Claim(wanted, state, claim.Channel, partial: false, now, out List<Shortfall>? shortfalls);
                return again is null
                    ? (null, new HoldExpired(claim.Id, claim.ExpiresAt!.Value, shortfalls!))
                    : (claim with { Status = ClaimStatus.Committed, ExpiresAt = null, Lines = again }, null);
            default:
                return (null, Wrong(claim, "committed"));
        }
    }

    private static (StockClaim?, ClaimOutcome?) Release(StockClaim claim) => claim.Status switch
    {
        ClaimStatus.Held => (StockState.Closed(claim, ClaimStatus.Released), null),
        ClaimStatus.Committed or ClaimStatus.Allocated => (StockState.Closed(claim, ClaimStatus.Cancelled), null),
        ClaimStatus.Released or ClaimStatus.Cancelled or ClaimStatus.Expired => (null, null),
        _ => (null, Wrong(claim, "released")),
    };

    private static (StockClaim?, ClaimOutcome?) Reduce(StockClaim claim, ReduceClaim reduce)
    {
        if (claim.Status is not (ClaimStatus.Held or ClaimStatus.Committed))
        {
            return (null, Wrong(claim, "reduced"));
        }

        List<Issue>? issues = null;
        var left = reduce.Keep.ToDictionary();
        foreach ((Sku sku, long keep) in reduce.Keep)
        {
            if (keep < 0 || keep > claim.Lines.Where(l => l.Sku == sku).Sum(l => l.Open))
            {
                (issues ??= []).Add(new("keep_out_of_range", $"keep[{sku}]", "Keep 0 or more, and no more than is open."));
            }
        }

        if (issues is not null)
        {
            return (null, new ClaimRefused(new InvalidRequest(issues)));
        }

        ClaimLine[] lines = [.. claim.Lines.Select(line =>
        {
            if (!left.TryGetValue(line.Sku, out long keep))
            {
                return line;
            }

            long kept = Math.Min(keep, line.Open);
            left[line.Sku] = keep - kept;
            return line with { Open = kept, Backordered = Math.Max(0, line.Backordered - (line.Open - kept)) };
        })];
        return lines.SequenceEqual(claim.Lines) ? (null, null)
            : lines.All(l => l.Open == 0) ? Release(claim)
            : (claim with { Lines = lines }, null);
    }

    private static (StockClaim?, ClaimOutcome?) Allocate(StockState state, StockClaim claim, AllocateClaim allocate, Instant now)
    {
        if (claim.Status == ClaimStatus.Allocated)
        {
            return (null, null);
        }

        if (claim.Status != ClaimStatus.Committed)
        {
            return (null, Wrong(claim, "allocated"));
        }

        List<Issue>? issues = null;
        var picks = new List<LotPick>();
        foreach (ClaimLine line in claim.Lines.Where(l => l.Open > 0))
        {
            ItemState item = state.Items[line.Sku];
            int days = Math.Max(allocate.MinimumRemainingDays, LastingStock.DaysFor(state, item, claim.Channel));
            var wish = new PickWish(item, state.Tree.NodeOf(line.Pool), null, line.Open, days, allocate.Picking) { ClaimId = claim.Id };
            if (LotPicker.Pick(state, wish, now, picks, LotPicker.Allocated(state, claim.Id)) is { } issue)
            {
                (issues ??= []).Add(issue);
            }
        }

        return issues is null ? (claim with { Status = ClaimStatus.Allocated, Picks = picks }, null) : (null, new ClaimRefused(new InvalidRequest(issues)));
    }

    private (StockClaim?, ClaimOutcome?) Extend(StockClaim claim, ExtendHold extend, Instant now) => claim.Status switch
    {
        ClaimStatus.Expired => (null, new HoldExpired(claim.Id, claim.ExpiresAt!.Value, [])),
        ClaimStatus.Held when extend.Until > now + maximum =>
            (null, new ClaimRefused(new InvalidRequest([new("time_to_live_out_of_range", "until", $"A hold lasts at most {maximum} from now.")]))),
        ClaimStatus.Held when extend.Until <= claim.ExpiresAt => (null, null),
        ClaimStatus.Held => (claim with { ExpiresAt = extend.Until }, null),
        _ => (null, Wrong(claim, "extended")),
    };

    private static ClaimRefused Wrong(StockClaim claim, string verb) =>
        new(new InvalidRequest([new("claim_state", "claimId", $"Claim '{claim.Id}' is {claim.Status} and cannot be {verb}.")]));

    private Entry? No(string code, string message)
    {
        Outcome = new ClaimRefused(new InvalidRequest([new(code, "claimId", message)]));
        return null;
    }
}
