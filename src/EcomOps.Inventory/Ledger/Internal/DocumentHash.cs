using EcomOps.Core;

namespace EcomOps.Inventory.Ledger.Internal;

internal static class DocumentHash
{
    public static ulong Of(StockDocument document)
    {
        var hash = new ContentHash();
        hash.Add(document.EffectiveAt?.ToUnixTimeTicks() ?? -1);
        hash.Add(document.Reason);
        switch (document)
        {
            case Receipt d:
                hash.Add(d.At);
                hash.Add((long)d.Condition);
                hash.Add(d.Against);
                Add(ref hash, d.Lines);
                break;
            case OpeningStock d:
                hash.Add(d.At);
                Add(ref hash, d.Lines);
                break;
            case Shipment d:
                hash.Add(d.ClaimId);
                hash.Add(d.From);
                hash.Add(d.MinimumRemainingDays);
                hash.Add(d.AlreadyHappened ? 1 : 0);
                foreach (ShipmentLine line in d.Lines)
                {
                    Add(ref hash, line.Sku, line.Quantity, line.Lot);
                }

                break;
            case CustomerReturn d:
                hash.Add(d.At);
                hash.Add((long)d.Condition);
                foreach (ReturnLine line in d.Lines)
                {
                    Add(ref hash, line.Sku, line.Quantity, line.Lot);
                }

                break;
            case Adjustment d:
                hash.Add(d.At);
                foreach (AdjustmentLine line in d.Lines)
                {
                    Add(ref hash, line.Sku, line.Quantity, line.Lot);
                    hash.Add((long)line.Condition);
                }

                break;
            case Scrapping d:
                hash.Add(d.At);
                Add(ref hash, d.Lines);
                break;
            case ConditionChange d:
                hash.Add(d.At);
                hash.Add((long)d.To);
                Add(ref hash, d.Lines);
                break;
            case TransferDispatch d:
                hash.Add(d.From);
                hash.Add(d.To);
                Add(ref hash, d.Lines);
                break;
            case TransferArrival d:
                hash.Add(d.Transfer);
                hash.Add(d.At);
                Add(ref hash, d.Lines);
                break;
            case Assembly d:
                hash.Add(d.At);
                Add(ref hash, d.Kit, d.Quantity, null);
                break;
            case Reversal d:
                hash.Add(d.Sequence);
                break;
        }

        return hash.Value;
    }

    private static void Add(ref ContentHash hash, IReadOnlyList<ReceiptLine> lines)
    {
        foreach (ReceiptLine line in lines)
        {
            Add(ref hash, line.Sku, line.Quantity, line.Lot);
            hash.Add(line.Expires is { } day ? day.ToDateOnly().DayNumber : -1);
            hash.Add(line.UnitCost?.ToString());
        }
    }

    private static void Add(ref ContentHash hash, IReadOnlyList<AccountLine> lines)
    {
        foreach (AccountLine line in lines)
        {
            Add(ref hash, line.Sku, line.Quantity, line.Lot);
            hash.Add((long)line.Condition);
        }
    }

    private static void Add(ref ContentHash hash, Sku sku, long quantity, string? lot)
    {
        hash.Add(sku.Value);
        hash.Add(quantity);
        hash.Add(lot);
    }
}
