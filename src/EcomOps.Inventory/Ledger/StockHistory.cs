using EcomOps.Core;
using EcomOps.Inventory.Ledger.Internal;
using NodaTime;

namespace EcomOps.Inventory.Ledger;

/// <summary>Balances as of any business time, from the movements; a back-dated entry only changes its own accounts and re-posts nothing.</summary>
/// <remarks>A projection in memory: give it movements in any order of effective time. Not thread-safe.</remarks>
public sealed class StockHistory
{
    private readonly Dictionary<(Sku Sku, StockAccount Account), PrefixSums> _accounts = [];

    /// <summary>Sequence of the last movement that it holds.</summary>
    public long Sequence { get; private set; }

    /// <summary>Reads what a ledger recorded since <see cref="Sequence"/>.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="cancellationToken">Stops between movements; what was read stays.</param>
    /// <returns>A task that ends when the history is up to date.</returns>
    public async Task CatchUpAsync(StockLedger ledger, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        await foreach (Movement movement in ledger.MovementsAsync(Sequence, cancellationToken).ConfigureAwait(false))
        {
            Add(movement);
        }
    }

    /// <summary>Adds one movement.</summary>
    /// <param name="movement">A movement of a higher sequence than those before; its effective time may be older.</param>
    /// <returns>A warning for each account whose balance was below 0 at some time since the movement took effect; back-dating is allowed all the same.</returns>
    /// <exception cref="ArgumentException">The sequence is not higher.</exception>
    public IReadOnlyList<Issue> Add(Movement movement)
    {
        ArgumentNullException.ThrowIfNull(movement);
        if (movement.Sequence <= Sequence)
        {
            throw new ArgumentException($"Movement {movement.Sequence} was added before.", nameof(movement));
        }

        List<Issue>? warnings = null;
        long at = movement.EffectiveAt.ToUnixTimeTicks();
        foreach (MovementLine line in movement.Lines)
        {
            PrefixSums from = Of(line.Sku, line.From);
            bool isBackdated = from.Last > at;
            from.Add(at, -line.Quantity);
            Of(line.Sku, line.To).Add(at, line.Quantity);
            if (isBackdated && !VirtualLocation.IsVirtual(line.From.Location) && from.FirstNegative(at) is { } negative)
            {
                (warnings ??= []).Add(new("negative_in_the_past", $"{line.Sku} {line.From}", $"The balance was {negative.Sum} at {Instant.FromUnixTimeTicks(negative.At)}; check the dates of this and earlier entries.", Severity.Warning));
            }
        }

        Sequence = movement.Sequence;
        return (IReadOnlyList<Issue>?)warnings ?? [];
    }

    /// <summary>Units of one account at a time.</summary>
    /// <param name="sku">The item.</param>
    /// <param name="account">The account.</param>
    /// <param name="at">The time, inclusive.</param>
    /// <returns>Units after everything that took effect at or before it.</returns>
    public long BalanceAt(Sku sku, StockAccount account, Instant at) => _accounts.TryGetValue((sku, account), out PrefixSums? sums) ? sums.Until(at.ToUnixTimeTicks()) : 0;

    /// <summary>Units on hand of an item at a time: all real locations, conditions and lots.</summary>
    /// <param name="sku">The item.</param>
    /// <param name="at">The time, inclusive.</param>
    /// <param name="location">Only this location; null for all.</param>
    /// <returns>Units.</returns>
    public long OnHandAt(Sku sku, Instant at, string? location = null) => _accounts
        .Where(a => a.Key.Sku == sku && !VirtualLocation.IsVirtual(a.Key.Account.Location) && (location is null || a.Key.Account.Location == location))
        .Sum(a => a.Value.Until(at.ToUnixTimeTicks()));

    private PrefixSums Of(Sku sku, in StockAccount account)
    {
        if (!_accounts.TryGetValue((sku, account), out PrefixSums? sums))
        {
            _accounts.Add((sku, account), sums = new());
        }

        return sums;
    }
}
