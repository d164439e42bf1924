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
    private const byte Form = 1;

    public static StoredSnapshot Write(StockState state)
    {
        var to = new ByteWriter();
        to.Byte(Form);
        to.Number(state.Sequence);
        to.Time(state.RecordedAt);
        EntryCodec.WriteList(to, state.Tree.Locations, static (w, l) =>
        {
            w.Text(l.Code);
            w.Text(l.Zone);
            w.Flag(l.SellsOnline);
            w.Number(l.PickOrder);
        });
        EntryCodec.WriteList(to, state.Tree.Pools, static (w, p) =>
        {
            w.Text(p.Name);
            EntryCodec.WriteList(w, p.Locations, static (w2, code) => w2.Text(code));
        });
        EntryCodec.WriteList(to, [.. state.Channels.Values], EntryCodec.WriteChannel);
        EntryCodec.WriteList(to, [.. state.Items.Values], WriteItem);
        EntryCodec.WriteList(to, [.. state.Claims], EntryCodec.WriteClaim);
        EntryCodec.WriteList(to, [.. state.Reversed], static (w, n) => w.Number(n));
        return new(state.Sequence, to.From(0).ToArray());
    }

    public static void Read(StoredSnapshot snapshot, StockState into, TextCache texts)
    {
        var from = new ByteReader(snapshot.Payload.Span, texts);
        if (from.Byte() != Form)
        {
            throw new EcomOpsException("stock_log_newer", "The snapshot was written by a newer version. Use that version.");
        }

        into.Sequence = from.Number();
        into.RecordedAt = from.Time();
        var locations = new StockLocation[from.Count()];
        for (int i = 0; i < locations.Length; i++)
        {
            locations[i] = new(from.Text(), from.Text()) { SellsOnline = from.Flag(), PickOrder = (int)from.Number() };
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
            SalesChannel channel = EntryCodec.ReadChannel(ref from);
            into.Channels[channel.Name] = channel;
        }

        int items = from.Count();
        for (int i = 0; i < items; i++)
        {
            ReadItem(ref from, into);
        }

        int claims = from.Count();
        for (int i = 0; i < claims; i++)
        {
            into.Restore(EntryCodec.ReadClaim(ref from));
        }

        int reversed = from.Count();
        for (int i = 0; i < reversed; i++)
        {
            into.Reversed.Add(from.Number());
        }
    }

    private static void WriteItem(ByteWriter to, ItemState item)
    {
        EntryCodec.WriteItem(to, item.Item);
        EntryCodec.WriteList(to, [.. item.Lots.Values], EntryCodec.WriteLot);
        EntryCodec.WriteList(to, [.. item.Accounts.Where(a => a.Value.Quantity != 0)], static (w, pair) =>
        {
            w.Text(pair.Key.Location);
            w.Byte((byte)pair.Key.Condition);
            w.OptionalText(pair.Key.Lot);
            w.Number(pair.Value.Quantity);
        });
        EntryCodec.WriteList(to, [.. (item.Supply ?? []).Values], EntryCodec.WriteSupply);
        EntryCodec.WriteList(to, [.. (item.Channels ?? []).Values], EntryCodec.WriteChannelItem);
        EntryCodec.WriteList(to, [.. item.QuotaUsed ?? []], static (w, pair) =>
        {
            w.Text(pair.Key);
            w.Number(pair.Value);
        });
    }

    private static void ReadItem(ref ByteReader from, StockState into)
    {
        Kits.StockItem definition = EntryCodec.ReadItem(ref from);
        ItemState item = into.ItemOf(definition.Sku);
        item.Item = definition;
        into.Touch(item);
        int lots = from.Count();
        for (int i = 0; i < lots; i++)
        {
            StockLot lot = EntryCodec.ReadLot(ref from);
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
            ExpectedSupply supply = EntryCodec.ReadSupply(ref from);
            (item.Supply ??= new(StringComparer.Ordinal)).Add(supply.Reference, supply);
        }

        int settings = from.Count();
        for (int i = 0; i < settings; i++)
        {
            ChannelItem setting = EntryCodec.ReadChannelItem(ref from);
            (item.Channels ??= new(StringComparer.Ordinal)).Add(setting.Channel, setting);
        }

        int used = from.Count();
        for (int i = 0; i < used; i++)
        {
            (item.QuotaUsed ??= new(StringComparer.Ordinal))[from.Text()] = from.Number();
        }
    }
}
