using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Ledger.Internal;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Lots.Internal;
using NodaTime;

namespace EcomOps.Benchmarks.Gates.Inventory;

/// <summary>First expired, first out over 1,000 lots of one item: a pick of one lot, and one that takes nearly all of them.</summary>
public sealed class LotPickingGate : IGate
{
    private const int Lots = 1000;

    /// <inheritdoc />
    public string Name => "inventory/fefo-1000-lots";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        var state = new StockState();
        Instant now = Instant.FromUtc(2026, 1, 1, 0, 0);
        state.Apply(new LocationEntry(new StockLocation("AMS-1")) { Sequence = 1, RecordedAt = now });
        var day = new LocalDate(2027, 1, 1);
        StockLot[] lots = [.. Enumerable.Range(0, Lots).Select(i => new StockLot("A", $"L{i:0000}", now, day.PlusDays(i * 7919 % Lots)))];
        MovementLine[] lines = [.. lots.Select(l => new MovementLine("A", new(VirtualLocation.Supplier), new("AMS-1", StockCondition.Sellable, l.Code), 10))];
        state.Apply(new MovementEntry(new(2, MovementKind.Receive, "PO", lines, now, now)) { Lots = lots, Sequence = 2, RecordedAt = now });
        ItemState item = state.Items["A"];
        yield return GateResult.AtMost(Name + "/one-lot", Milliseconds(5), "ms", 1);
        yield return GateResult.AtMost(Name + "/nearly-all-lots", Milliseconds((Lots - 1) * 10), "ms", 1);

        double Milliseconds(long units) => Measurement.BestNanoseconds(() =>
        {
            var picks = new List<LotPick>();
            if (LotPicker.Pick(state, new(item, PoolTree.Root, null, units, 0, null), now, picks, null) is not null || picks[0].Lot != "L0000")
            {
                throw new InvalidOperationException("The wrong lot was picked.");
            }
        }) / 1e6;
    }
}
