using EcomOps.Inventory.Ledger;

namespace EcomOps.Inventory.Counting.Internal;

// How the sellable book of each record changed since a sequence.
internal sealed class BookChanges
{
    private readonly Dictionary<CountRecord, List<(long Sequence, long Change)>> _changes = [];

    public static async Task<BookChanges> SinceAsync(StockLedger ledger, long sequence, CancellationToken cancellationToken)
    {
        var changes = new BookChanges();
        await foreach (Movement movement in ledger.MovementsAsync(sequence, cancellationToken).ConfigureAwait(false))
        {
            foreach (MovementLine line in movement.Lines)
            {
                changes.Note(line, line.From, movement.Sequence, -line.Quantity);
                changes.Note(line, line.To, movement.Sequence, line.Quantity);
            }
        }

        return changes;
    }

    public bool Has(CountRecord record) => _changes.ContainsKey(record);

    // Up to and with a sequence.
    public long Until(CountRecord record, long sequence)
    {
        long sum = 0;
        foreach ((long at, long change) in _changes.GetValueOrDefault(record) ?? [])
        {
            sum += at <= sequence ? change : 0;
        }

        return sum;
    }

    private void Note(MovementLine line, in StockAccount account, long sequence, long change)
    {
        if (account.Condition == StockCondition.Sellable && !VirtualLocation.IsVirtual(account.Location))
        {
            var record = new CountRecord(account.Location, line.Sku, account.Lot);
            if (!_changes.TryGetValue(record, out List<(long Sequence, long Change)>? list))
            {
                _changes.Add(record, list = []);
            }

            list.Add((sequence, change));
        }
    }
}
