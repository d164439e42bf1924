using System.Globalization;
using EcomOps.Core;
using EcomOps.Inventory.Ledger;

namespace EcomOps.Inventory.Counting.Internal;

// Books a count whole or not at all, as far as one ledger can see.
internal static class CountBooking
{
    public static async Task<CountPostingOutcome> PostAsync(StockLedger ledger, CountReport report, CountPosting posting, CancellationToken cancellationToken)
    {
        if (report.Issues.Count > 0)
        {
            return new CountRefused(report.Issues, []);
        }

        if (!report.IsSettled)
        {
            return new CountUnsettled([.. report.Recounts], [.. report.Escalated]);
        }

        if (posting.ApprovedBy is { } approver && report.Results.FirstOrDefault(r => r.Takes.Any(t => t.Line.Counter == approver)) is { } own)
        {
            return new CountRefused([new("approver_counted", "approvedBy", $"'{approver}' counted {own.Record}; somebody who did not count must approve.")], []);
        }

        if (posting.ApprovedBy is null && NeedsApproval(report) is { } needed)
        {
            return needed;
        }

        CountResult[] differing = [.. report.Results.Where(r => r.Variance != 0)];
        List<Issue> overtaken = Overtaken(ledger, differing);
        return overtaken.Count > 0 && !await WasBookedAsync(ledger, posting, cancellationToken).ConfigureAwait(false)
            ? new CountRefused(overtaken, [])
            : await BookAsync(ledger, differing, posting, cancellationToken).ConfigureAwait(false);
    }

    private static ApprovalNeeded? NeedsApproval(CountReport report)
    {
        if (report.Options.ApprovalOver is not { } limit)
        {
            return null;
        }

        CountResult[] unknown = [.. report.Results.Where(r => r.Variance != 0 && r.UnitCost is null)];
        Money? value = report.GrossVarianceValue;
        return unknown.Length > 0 || (value is { } worth && worth > limit) ? new(value, limit, unknown) : null;
    }

    // A count that says fewer units were there than have left since is wrong, or so is a movement: it is not booked in part.
    private static List<Issue> Overtaken(StockLedger ledger, IReadOnlyList<CountResult> differing)
    {
        CountResult[] losses = [.. differing.Where(r => r.Variance < 0)];
        if (losses.Length == 0)
        {
            return [];
        }

        (_, IReadOnlyList<(Sku Sku, StockAccount Account, long Quantity)> accounts) = ledger.SellableAccounts(losses.Select(r => r.Record.Location).ToHashSet(StringComparer.Ordinal), losses.Select(r => r.Record.Sku).ToHashSet());
        var here = accounts.ToDictionary(a => new CountRecord(a.Account.Location, a.Sku, a.Account.Lot), a => a.Quantity);
        return
        [
            .. from loss in losses
               let left = here.GetValueOrDefault(loss.Record)
               where left + loss.Variance < 0
               select new Issue("count_overtaken", loss.Record.ToString(), string.Create(CultureInfo.InvariantCulture,
                   $"The count found {-loss.Variance} too few, but only {left} are left in the book; more has moved since. Count it again.")),
        ];
    }

    // A repeated call finds less than before because it was booked: the ledger then has its first answer.
    private static async Task<bool> WasBookedAsync(StockLedger ledger, CountPosting posting, CancellationToken cancellationToken)
    {
        await foreach (Movement movement in ledger.MovementsAsync(0, cancellationToken).ConfigureAwait(false))
        {
            if (movement.Kind == MovementKind.Adjust && movement.Reference.StartsWith(posting.Reference + "/", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<CountPostingOutcome> BookAsync(StockLedger ledger, IEnumerable<CountResult> differing, CountPosting posting, CancellationToken cancellationToken)
    {
        Adjustment[] documents =
        [
            .. differing.GroupBy(r => r.Record.Location).OrderBy(g => g.Key, StringComparer.Ordinal).Select(location => new Adjustment($"{posting.Reference}/{location.Key}", location.Key,
                [.. location.Select(r => new AdjustmentLine(r.Record.Sku, r.Variance) { Lot = r.Record.Lot, UnitCost = r.Variance > 0 ? r.UnitCost : null })])
            {
                Reason = posting.Reason,
                Actor = posting.ApprovedBy ?? posting.Actor,
            }),
        ];
        IReadOnlyList<PostingOutcome> answers = await ledger.PostAllAsync(documents, cancellationToken).ConfigureAwait(false);
        Posted[] booked = [.. answers.OfType<Posted>()];
        Issue[] issues = [.. answers.Zip(documents).SelectMany(a => a.First is PostingRefused refused ? Explain(refused.Refusal, a.Second) : [])];
        return issues.Length == 0 ? new CountPosted(booked) : new CountRefused(issues, booked);
    }

    private static IEnumerable<Issue> Explain(StockRefusal refusal, Adjustment document) => refusal switch
    {
        InvalidRequest invalid => invalid.Issues.Select(i => i with { Path = $"{document.At} {i.Path}" }),
        IdempotencyConflict => [new("count_reference_used", document.At, $"'{document.Reference}' was booked before with other figures; give this count a number of its own.")],
        _ => [new("count_not_stored", document.At, $"The store did not take the adjustment ({refusal.GetType().Name}); repeat the call with the same reference.")],
    };
}
