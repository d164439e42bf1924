using EcomOps.Core;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Lots.Internal;
using NodaTime;

namespace EcomOps.Inventory.Ledger.Internal;

// From documents to double-entry lines.
internal static class Documents
{
    public static void Draft(MovementDraft draft, StockDocument document, Movement? earlier, Instant now)
    {
        switch (document)
        {
            case Receipt d:
                draft.Kind = MovementKind.Receive;
                Receive(draft, d.At, d.Lines, d.Condition, VirtualLocation.Supplier, d.EffectiveAt ?? now);
                break;
            case OpeningStock d:
                draft.Kind = MovementKind.Open;
                Receive(draft, d.At, d.Lines, StockCondition.Sellable, VirtualLocation.Opening, d.EffectiveAt ?? now);
                break;
            case Shipment d:
                draft.Kind = MovementKind.Ship;
                Shipments.Draft(draft, d);
                break;
            case CustomerReturn d:
                draft.Kind = MovementKind.Return;
                Return(draft, d);
                break;
            case Adjustment d:
                draft.Kind = MovementKind.Adjust;
                Adjust(draft, d);
                break;
            case Scrapping d:
                draft.Kind = MovementKind.Scrap;
                Each(draft, d.At, "at", d.Lines, (line, from) => draft.Add(line.Sku, from, new(VirtualLocation.Scrap, StockCondition.Sellable, line.Lot), line.Quantity));
                break;
            case ConditionChange d:
                draft.Kind = MovementKind.ConditionChange;
                Each(draft, d.At, "at", d.Lines, (line, from) => Change(draft, d, line, from));
                break;
            case TransferDispatch d:
                draft.Kind = MovementKind.TransferOut;
                Dispatch(draft, d);
                break;
            case TransferArrival d:
                draft.Kind = MovementKind.TransferIn;
                Each(draft, d.At, "at", d.Lines, (line, to) => draft.Add(line.Sku, new(VirtualLocation.Transit(d.Transfer), StockCondition.Sellable, line.Lot), to, line.Quantity));
                break;
            case Assembly d:
                draft.Kind = MovementKind.Assemble;
                Assemble(draft, d);
                break;
            case Reversal d:
                draft.Kind = MovementKind.Reverse;
                Reverse(draft, d, earlier);
                break;
        }

        if (draft.Lines.Count == 0 && draft.Issues.Count == 0)
        {
            draft.Issues.Add(new("no_lines", "lines", "Give at least one line."));
        }
    }

    private static void Receive(MovementDraft draft, string at, IReadOnlyList<ReceiptLine> lines, StockCondition condition, string source, Instant received)
    {
        draft.Place(at, "at", out _);
        HashSet<(Sku, string)>? serials = null;
        for (int i = 0; i < lines.Count; i++)
        {
            ReceiptLine line = lines[i];
            if (line.Sku.IsEmpty)
            {
                draft.Issues.Add(Check.UnknownSku(line.Sku, $"lines[{i}].sku"));
                continue;
            }

            draft.Quantity(line.Quantity, $"lines[{i}].quantity");
            draft.State.Items.TryGetValue(line.Sku, out ItemState? item);
            if (line.PackageSize < 1)
            {
                draft.Issues.Add(new("package_size_invalid", $"lines[{i}].packageSize", "A package holds at least 1 unit."));
            }

            if (line.Expires is not null && line.Lot is null)
            {
                draft.Issues.Add(new("lot_missing", $"lines[{i}].lot", "Units with a date of expiry need a lot number."));
            }

            if (item is { Item.Serialised: true } && Serials.Check(item, line.Sku, line.Lot, line.Quantity, serials ??= [], $"lines[{i}]") is { } issue)
            {
                draft.Issues.Add(issue);
            }

            if (line.Lot is { } code)
            {
                StockLot? known = item?.Lots.GetValueOrDefault(code) ?? draft.NewLots.Find(l => l.Sku == line.Sku && l.Code == code);
                if (known is null)
                {
                    draft.NewLots.Add(new(line.Sku, code, Instant.FromUnixTimeTicks(received.ToUnixTimeTicks()), line.Expires, line.PackageSize));
                }
                else if (line.Expires is not null && known.Expires != line.Expires)
                {
                    draft.Issues.Add(new("lot_expiry_differs", $"lines[{i}].expires", $"Lot '{code}' of '{line.Sku}' expires on {known.Expires}, not on {line.Expires}; one of the two is wrong, or it is another lot."));
                }
            }

            draft.Add(line.Sku, new(source, StockCondition.Sellable, line.Lot), new(at, condition, line.Lot), line.Quantity, line.UnitCost);
        }
    }

    private static void Return(MovementDraft draft, CustomerReturn document)
    {
        draft.Place(document.At, "at", out _);
        HashSet<(Sku, string)>? serials = null;
        for (int i = 0; i < document.Lines.Count; i++)
        {
            ReturnLine line = document.Lines[i];
            ItemState? item = draft.Item(line.Sku, $"lines[{i}].sku");
            draft.Quantity(line.Quantity, $"lines[{i}].quantity");
            if (item is { Item.Serialised: true } && Serials.Check(item, line.Sku, line.Lot, line.Quantity, serials ??= [], $"lines[{i}]") is { } issue)
            {
                draft.Issues.Add(issue);
            }
            else if (item is not null && line.Lot is { } lot && (item.Accounts.GetValueOrDefault(new(VirtualLocation.Customer, StockCondition.Sellable, lot))?.Quantity ?? 0) < line.Quantity)
            {
                draft.Issues.Add(new("lot_not_shipped", $"lines[{i}].lot", $"So many units of lot '{lot}' were never shipped; check the number or return them without a lot."));
            }

            draft.Add(line.Sku, new(VirtualLocation.Customer, StockCondition.Sellable, line.Lot), new(document.At, document.Condition, line.Lot), line.Quantity, line.UnitCost);
        }
    }

    private static void Adjust(MovementDraft draft, Adjustment document)
    {
        draft.Place(document.At, "at", out _);
        for (int i = 0; i < document.Lines.Count; i++)
        {
            AdjustmentLine line = document.Lines[i];
            draft.Item(line.Sku, $"lines[{i}].sku");
            if (line.Quantity == 0 || line.Quantity == long.MinValue)
            {
                draft.Issues.Add(new("quantity_zero", $"lines[{i}].quantity", "Give a difference above or below 0."));
                continue;
            }

            draft.Quantity(Math.Abs(line.Quantity), $"lines[{i}].quantity");
            var here = new StockAccount(document.At, line.Condition, line.Lot);
            var there = new StockAccount(VirtualLocation.Adjustment, StockCondition.Sellable, line.Lot);
            draft.Add(line.Sku, line.Quantity > 0 ? there : here, line.Quantity > 0 ? here : there, Math.Abs(line.Quantity), line.UnitCost);
        }
    }

    private static void Change(MovementDraft draft, ConditionChange document, AccountLine line, StockAccount source)
    {
        if (line.Condition == document.To)
        {
            draft.Issues.Add(new("condition_unchanged", $"lines[{line.Sku}]", $"The units are already {document.To}."));
        }

        draft.Add(line.Sku, source, source with { Condition = document.To }, line.Quantity);
    }

    private static void Dispatch(MovementDraft draft, TransferDispatch document)
    {
        draft.Place(document.To, "to", out _);
        if (document.From == document.To)
        {
            draft.Issues.Add(new("same_location", "to", "A transfer goes from one location to another."));
        }

        Each(draft, document.From, "from", document.Lines, (line, from) =>
        {
            if (line.Condition == StockCondition.Sellable && Free(draft, line.Sku, document.From, line.Lot) < line.Quantity)
            {
                draft.Issues.Add(new("promised_elsewhere", $"lines[{line.Sku}]", $"Units of '{line.Sku}' at '{document.From}' are promised; release claims or send fewer."));
            }

            draft.Add(line.Sku, from, new(VirtualLocation.Transit(document.Reference), StockCondition.Sellable, line.Lot), line.Quantity);
        });
    }

    private static void Assemble(MovementDraft draft, Assembly document)
    {
        if (!draft.Place(document.At, "at", out StockLocation? place) || draft.Item(document.Kit, "kit") is not { } kit)
        {
            return;
        }

        if (kit.Item.Components.Count == 0)
        {
            draft.Issues.Add(new("not_a_kit", "kit", $"'{document.Kit}' has no components; define them first."));
            return;
        }

        if (document.Quantity == 0 || Math.Abs((decimal)document.Quantity) > Check.MaximumQuantity / 1000)
        {
            draft.Issues.Add(new("quantity_zero", "quantity", "Give a number of kits above 0 to assemble, below 0 to take apart."));
            return;
        }

        var production = new StockAccount(VirtualLocation.Production);
        var here = new StockAccount(place.Code);
        bool builds = document.Quantity > 0;
        long kits = Math.Abs(document.Quantity);
        foreach (KitComponent component in kit.Item.Components)
        {
            ItemState? part = draft.Item(component.Sku, "kit");
            if (builds && part is not null && Free(draft, component.Sku, place.Code, lot: null) < kits * component.Quantity)
            {
                draft.Issues.Add(new("not_enough_on_hand", $"lines[{component.Sku}]", $"{kits * component.Quantity} free units of '{component.Sku}' are needed at '{place.Code}'."));
            }

            draft.Add(component.Sku, builds ? here : production, builds ? production : here, kits * component.Quantity);
        }

        draft.Add(document.Kit, builds ? production : here, builds ? here : production, kits);
    }

    private static void Reverse(MovementDraft draft, Reversal document, Movement? earlier)
    {
        if (earlier is null)
        {
            draft.Issues.Add(new("unknown_movement", "sequence", $"There is no movement {document.Sequence}."));
            return;
        }

        if (earlier.Kind == MovementKind.Reverse || draft.State.Reversed.Contains(earlier.Sequence))
        {
            draft.Issues.Add(new("already_reversed", "sequence", $"Movement {document.Sequence} is a reversal or has been reversed; post a new document instead."));
            return;
        }

        foreach (MovementLine line in earlier.Lines)
        {
            draft.Add(line.Sku, line.To, line.From, line.Quantity, line.UnitCost);
        }
    }

    // Units of a lot that may leave a place and break no claim, after the lines that the draft has already.
    private static long Free(MovementDraft draft, Sku sku, string place, string? lot)
    {
        ItemState item = draft.State.Items[sku];
        List<MovementLine> earlier = draft.Lines.FindAll(l => l.Sku == sku && l.From.Location == place && l.From.Condition == StockCondition.Sellable);
        long free = draft.State.Available(item, draft.State.Tree.NodeOf(place)) - earlier.Sum(l => l.Quantity);
        if (!LastingStock.Applies(draft.State, item))
        {
            return free;
        }

        var lasting = LastingStock.Of(draft.State, item, draft.Now, item.Item.MinimumRemainingDays);
        earlier.ForEach(l => lasting.Take(l.From.Location, l.From.Lot, l.Quantity));
        return Math.Min(free, lasting.Room(place, lot));
    }

    private static void Each(MovementDraft draft, string at, string path, IReadOnlyList<AccountLine> lines, Action<AccountLine, StockAccount> add)
    {
        draft.Place(at, path, out _);
        for (int i = 0; i < lines.Count; i++)
        {
            AccountLine line = lines[i];
            bool known = draft.Item(line.Sku, $"lines[{i}].sku") is not null;
            if (draft.Quantity(line.Quantity, $"lines[{i}].quantity") && known && draft.Issues.Count == 0)
            {
                add(line, new(at, line.Condition, line.Lot));
            }
        }
    }
}
