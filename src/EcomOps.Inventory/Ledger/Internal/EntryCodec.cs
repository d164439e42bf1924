using EcomOps.Core;
using EcomOps.Inventory.Stores;

namespace EcomOps.Inventory.Ledger.Internal;

// The binary form of entries. The first byte is the form's number; a form once written is read for ever.
internal static class EntryCodec
{
    public static void Write(ByteWriter to, Entry entry)
    {
        to.Byte(FormOf(entry));
        to.Fixed(entry.ContentHash);
        switch (entry)
        {
            case ReservationEntry e:
                ClaimCodec.Write(to, e.Claim);
                ClaimCodec.WriteShortfalls(to, e.Shortfalls);
                break;
            case RefusalEntry e:
                ClaimCodec.WriteShortfalls(to, e.Shortfalls);
                break;
            case ClaimEntry e:
                ClaimCodec.Write(to, e.Claim);
                break;
            case ExpiryEntry e:
                WriteList(to, e.ClaimIds, static (w, id) => w.Text(id));
                WriteList(to, e.Skus, static (w, sku) => w.Text(sku.Value));
                break;
            case MovementEntry e:
                MovementCodec.Write(to, e);
                break;
            case LocationEntry e:
                DefinitionCodec.WriteLocation(to, e.Location);
                break;
            case PoolEntry e:
                to.Text(e.Pool.Name);
                WriteList(to, e.Pool.Locations, static (w, code) => w.Text(code));
                break;
            case ItemEntry e:
                DefinitionCodec.WriteItem(to, e.Item);
                break;
            case ChannelEntry e:
                DefinitionCodec.WriteChannel(to, e.Channel);
                break;
            case ChannelItemEntry e:
                DefinitionCodec.WriteChannelItem(to, e.Item);
                break;
            case SupplyEntry e:
                DefinitionCodec.WriteSupply(to, e.Supply);
                break;
            case PeriodEntry e:
                DefinitionCodec.WritePeriod(to, e);
                break;
        }
    }

    public static Entry Read(in StoredEntry stored, TextCache texts)
    {
        var from = new ByteReader(stored.Payload.Span, texts);
        byte form = from.Byte();
        ulong hash = from.Fixed();
        Entry entry = form switch
        {
            1 => new ReservationEntry(ClaimCodec.Read(ref from), ClaimCodec.ReadShortfalls(ref from)),
            2 => new RefusalEntry(ClaimCodec.ReadShortfalls(ref from)),
            3 => new ClaimEntry(ClaimCodec.Read(ref from)),
            4 => ClaimCodec.ReadExpiry(ref from),
            5 or 12 => MovementCodec.Read(ref from, stored.Sequence, stored.RecordedAt, wasMoved: form == 12),
            6 => new LocationEntry(DefinitionCodec.ReadLocation(ref from)),
            7 => DefinitionCodec.ReadPool(ref from),
            8 or 13 => new ItemEntry(DefinitionCodec.ReadItem(ref from, hasLimits: form == 13)),
            9 or 14 => new ChannelEntry(DefinitionCodec.ReadChannel(ref from, hasLimits: form == 14)),
            10 or 15 => new ChannelItemEntry(DefinitionCodec.ReadChannelItem(ref from, hasLimits: form == 15)),
            11 => new SupplyEntry(DefinitionCodec.ReadSupply(ref from)),
            16 => DefinitionCodec.ReadPeriod(ref from),
            _ => throw new EcomOpsException("stock_log_newer", $"The stock log holds an entry of form {form}, which this version does not know. Use the version that wrote it."),
        };
        return entry with { Sequence = stored.Sequence, RecordedAt = stored.RecordedAt, Key = stored.Key, ContentHash = hash };
    }

    public static void WriteList<T>(ByteWriter to, IReadOnlyList<T> items, Action<ByteWriter, T> write)
    {
        to.Unsigned((ulong)items.Count);
        for (int i = 0; i < items.Count; i++)
        {
            write(to, items[i]);
        }
    }

    // Forms 8 to 10 are those of definitions without limits of channels; they are only read.
    private static byte FormOf(Entry entry) => entry switch
    {
        ReservationEntry => 1,
        RefusalEntry => 2,
        ClaimEntry => 3,
        ExpiryEntry => 4,
        MovementEntry { Movement.DocumentedAt: null } => 5,
        MovementEntry => 12,
        LocationEntry => 6,
        PoolEntry => 7,
        ItemEntry => 13,
        ChannelEntry => 14,
        ChannelItemEntry => 15,
        SupplyEntry => 11,
        PeriodEntry => 16,
        _ => throw new InvalidOperationException($"No binary form for {entry.GetType().Name}."),
    };
}
