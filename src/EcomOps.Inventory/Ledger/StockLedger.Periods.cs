using System.Runtime.CompilerServices;
using EcomOps.Core;
using EcomOps.Inventory.Ledger.Internal;
using NodaTime;

namespace EcomOps.Inventory.Ledger;

public sealed partial class StockLedger
{
    /// <summary>What is closed now, or null when no period was ever closed. Days before the closed one are closed too. A closing whose batch is being written at this moment may be included.</summary>
    public ClosedPeriod? ClosedPeriod => _writer.State.ClosedPeriod;

    /// <summary>Closes the days up to and including one; repeating it changes nothing.</summary>
    /// <param name="closing">The last closed day and its zone.</param>
    /// <param name="cancellationToken">Stops the waiting, not the command.</param>
    /// <returns>Whether it was taken, and why not: <c>period_not_over</c>, <c>period_already_closed</c>, <c>unknown_zone</c>.</returns>
    public Task<DefinitionOutcome> ClosePeriodAsync(PeriodClosing closing, CancellationToken cancellationToken = default)
    {
        NotNull(closing);
        return DefineAsync(new PeriodEntry(closing.Through, closing.Zone, IsReopening: false, closing.Reason, closing.Actor), cancellationToken);
    }

    /// <summary>Opens closed days again.</summary>
    /// <param name="reopening">The first day that is open again, and why.</param>
    /// <param name="cancellationToken">Stops the waiting, not the command.</param>
    /// <returns>Whether it was taken, and why not: <c>period_not_closed</c>, <c>reason_missing</c>.</returns>
    public Task<DefinitionOutcome> ReopenPeriodAsync(PeriodReopening reopening, CancellationToken cancellationToken = default)
    {
        NotNull(reopening);
        return DefineAsync(new PeriodEntry(reopening.From > LocalDate.MinIsoValue ? reopening.From.PlusDays(-1) : reopening.From, Zone: null, IsReopening: true, reopening.Reason, reopening.Actor), cancellationToken);
    }

    /// <summary>Every closing and reopening in the order of recording, read from the store.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The closings; the last one is <see cref="ClosedPeriod"/>.</returns>
    /// <exception cref="EcomOpsException">The store cannot be read.</exception>
    public async IAsyncEnumerable<ClosedPeriod> PeriodsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (Entry entry in EntriesAsync(0, cancellationToken).ConfigureAwait(false))
        {
            if (entry is PeriodEntry period)
            {
                yield return period.ToPeriod();
            }
        }
    }
}
