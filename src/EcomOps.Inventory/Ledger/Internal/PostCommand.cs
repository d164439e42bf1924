using EcomOps.Core;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Reservations;
using NodaTime;

namespace EcomOps.Inventory.Ledger.Internal;

internal sealed class PostCommand : Command<PostingOutcome>
{
    private readonly StockDocument _document;

    // Reversals and transfers look up an earlier movement, which the ledger reads before it enters the queue.
    private readonly Movement? _earlier;

    private readonly ClosedPeriodPolicy _closedPeriods;

    public PostCommand(StockDocument document, Movement? earlier, ClosedPeriodPolicy closedPeriods)
    {
        _document = document;
        _earlier = earlier;
        _closedPeriods = closedPeriods;
        Key = document.KeyPrefix + document.Reference;
        ContentHash = DocumentHash.Of(document);
    }

    public override Entry? Decide(StockState state, Instant now, long sequence)
    {
        var draft = new MovementDraft(state, now);
        List<Issue>? issues = null;
        Check.Reference(_document.Reference, "reference", ref issues);
        if (_document.EffectiveAt > now)
        {
            (issues ??= []).Add(new("effective_in_future", "effectiveAt", "A movement cannot take effect later than it is recorded; announce it as expected supply instead."));
        }

        draft.Issues.AddRange(issues ?? []);
        if (draft.Issues.Count == 0)
        {
            Documents.Draft(draft, _document, _earlier, now);
        }

        if (draft.Issues.Count == 0)
        {
            draft.CheckBalances(allowNegative: false);
        }

        if (draft.Issues.Count > 0)
        {
            Outcome = new PostingRefused(new InvalidRequest(draft.Issues));
            return null;
        }

        Instant effective = Ticks(_document.EffectiveAt ?? now);
        Instant? documented = null;
        if (state.ClosedPeriod is { } period && period.Contains(effective))
        {
            if (_closedPeriods == ClosedPeriodPolicy.Refuse)
            {
                Outcome = new PostingRefused(new PeriodClosed(effective, period));
                return null;
            }

            documented = effective;
            effective = period.FirstOpen;
        }

        var movement = new Movement(sequence, draft.Kind, _document.Reference, draft.Lines, now, effective)
        {
            DocumentedAt = documented,
            Reason = _document.Reason,
            Actor = _document.Actor,
            ClaimId = draft.Claim?.Id,
            Reverses = (_document as Reversal)?.Sequence,
        };
        IReadOnlyList<Issue> warnings = draft.Shortages();
        Outcome = new Posted(movement, warnings);
        return new MovementEntry(movement)
        {
            Sequence = sequence,
            RecordedAt = now,
            Key = Key,
            ContentHash = ContentHash,
            Lots = draft.NewLots,
            Warnings = warnings,
            Claim = draft.Claim,
            Against = (_document as Receipt)?.Against,
        };
    }

    public override void Answer(Entry recorded) => Outcome = recorded is MovementEntry e
        ? new Posted(e.Movement, e.Warnings)
        : new PostingRefused(new IdempotencyConflict(Key!, recorded.Sequence));

    public override void Refuse(StockRefusal refusal) => Outcome = new PostingRefused(refusal);

    private static Instant Ticks(Instant instant) => Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks());
}
