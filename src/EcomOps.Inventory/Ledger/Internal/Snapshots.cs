using EcomOps.Core;
using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Stores;
using EcomOps.Inventory.Supply;

namespace EcomOps.Inventory.Ledger.Internal;

// The whole state but for remembered answers, which are read again from the keyed entries.
internal static class Snapshots
{
    // Form 1 knew neither limits of channels nor closed periods; it is only read.
    private const byte Form = 2;

    public static StoredSnapshot Write(StockState state)
    {
        var to = new ByteWriter();
        to.Byte(Form);
        to.Number(state.Sequence);
        to.Time(state.RecordedAt);
        EntryCodec.WriteList(to, state.Tree.Locations, DefinitionCodec.WriteLocation);
        EntryCodec.WriteList(to, state.Tree.Pools, static (w, p) =>
        {
            w.Text(p.Name);
            EntryCodec.WriteList(w, p.Locations, static (w2, code) => w2.Text(code));
        });
        EntryCodec.WriteList(to, [.. state.Channels.Values], DefinitionCodec.WriteChannel);
        EntryCodec.WriteList(to, [.. state.Items.Values], WriteItem);
        EntryCodec.WriteList(to, [.. state.Claims], ClaimCodec.Write);
        EntryCodec.WriteList(to, [.. state.Reversed], static (w, n) => w.Number(n));
        to.Flag(state.ClosedPeriod is not null);
        if (state.ClosedPeriod is { } period)
        {
            DefinitionCodec.WritePeriod(to, new(period.Through, period.Zone, period.IsReopening, period.Reason, period.Actor));
            to.Number(period.Sequence);
            to.Time(period.RecordedAt);
        }

        return new(state.Sequence, to.From(0).ToArray());
    }

    public static void Read(StoredSnapshot snapshot, StockState into, TextCache texts)
    {
        var from = new ByteReader(snapshot.Payload.Span, texts);
        byte form = from.Byte();
        if (form is 0 or > Form)
        {
            throw new EcomOpsException("stock_log_newer", "The snapshot was written by a newer version. Use that version.");
        }

        into.Sequence = from.Number();
        into.RecordedAt = from.Time();
        var locations = new StockLocation[from.Count()];
        for (int i = 0; i < locations.Length; i++)
        {
            locations[i] = DefinitionCodec.ReadLocation(ref from);
        }

        var pools = new StockPool[from.Count()];
        for (int i = 0; i < pools.Length; i++)
        {
            string name = from.Text();
            string[] codes = new string[from.Count()];
            for (int j = 0; j < codes.Length; j++)
            {
                codes[j] = from.Text();
            }

            pools[i] = new(name, codes);
        }

        into.Restructure(locations, pools);
        int channels = from.Count();
        for (int i = 0; i < channels; i++)
        {
            SalesChannel channel = DefinitionCodec.ReadChannel(ref from, hasLimits: form >= 2);
            into.SetChannel(channel.Name, channel);
        }

        int items = from.Count();
        for (int i = 0; i < items; i++)
        {
            ReadItem(ref from, into, hasLimits: form >= 2);
        }

        int claims = from.Count();
        for (int i = 0; i < claims; i++)
        {
            into.Restore(ClaimCodec.Read(ref from));
        }

        int reversed = from.Count();
        for (int i = 0; i < reversed; i++)
        {
            into.Reversed.Add(from.Number());
        }

        if (form >= 2 && from.Flag())
        {
            PeriodEntry period = DefinitionCodec.ReadPeriod(ref from);
            into.ClosedPeriod = (period with { Sequence = from.Number(), RecordedAt = from.Time() }).ToPeriod();
        }
    }

    private static void WriteItem(ByteWriter to, ItemState item)
    {
        DefinitionCodec.WriteItem(to, item.Item);
        EntryCodec.WriteList(to, [.. item.Lots.Values], MovementCodec.WriteLot);
        EntryCodec.WriteList(to, [.. item.Accounts.Where(a => a.Value.Quantity != 0)], static (w, pair) =>
        {
            w.Text(pair.Key.Location);
            w.Byte((byte)pair.Key.Condition);
            w.OptionalText(pair.Key.Lot);
            w.Number(pair.Value.Quantity);
        });
        EntryCodec.WriteList(to, [.. (item.Supply ?? []).Values], DefinitionCodec.WriteSupply);
        EntryCodec.WriteList(to, [.. (item.Channels ?? []).Values], DefinitionCodec.WriteChannelItem);
        EntryCodec.WriteList(to, [.. item.QuotaUsed ?? []], static (w, pair) =>
        {
            w.Text(pair.Key);
            w.Number(pair.Value);
        });
    }

    private static void ReadItem(ref ByteReader from, StockState into, bool hasLimits)
    {
        Kits.StockItem definition = DefinitionCodec.ReadItem(ref from, hasLimits);
        ItemState item = into.ItemOf(definition.Sku);
        item.Item = definition;
        into.Touch(item);
        int lots = from.Count();
        for (int i = 0; i < lots; i++)
        {
            StockLot lot = MovementCodec.ReadLot(ref from);
            item.Lots.Add(lot.Code, lot);
        }

        int accounts = from.Count();
        for (int i = 0; i < accounts; i++)
        {
            var key = new AccountKey(from.Text(), (StockCondition)from.Byte(), from.OptionalText());
            into.Restore(item, key, from.Number());
        }

        int supplies = from.Count();
        for (int i = 0; i < supplies; i++)
        {
            ExpectedSupply supply = DefinitionCodec.ReadSupply(ref from);
            (item.Supply ??= new(StringComparer.Ordinal)).Add(supply.Reference, supply);
        }

        int settings = from.Count();
        for (int i = 0; i < settings; i++)
        {
            ChannelItem setting = DefinitionCodec.ReadChannelItem(ref from, hasLimits);
            (item.Channels ??= new(StringComparer.Ordinal)).Add(setting.Channel, setting);
        }

        int used = from.Count();
        for (int i = 0; i < used; i++)
        {
            (item.QuotaUsed ??= new(StringComparer.Ordinal))[from.Text()] = from.Number();
        }
    }
}
