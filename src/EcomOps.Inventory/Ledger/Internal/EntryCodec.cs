using EcomOps.Core;
using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Stores;
using EcomOps.Inventory.Supply;
using NodaTime;

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
                WriteClaim(to, e.Claim);
                WriteShortfalls(to, e.Shortfalls);
                break;
            case RefusalEntry e:
                WriteShortfalls(to, e.Shortfalls);
                break;
            case ClaimEntry e:
                WriteClaim(to, e.Claim);
                break;
            case ExpiryEntry e:
                WriteList(to, e.ClaimIds, static (w, id) => w.Text(id));
                WriteList(to, e.Skus, static (w, sku) => w.Text(sku.Value));
                break;
            case MovementEntry e:
                WriteMovement(to, e);
                break;
            case LocationEntry e:
                to.Text(e.Location.Code);
                to.Text(e.Location.Zone);
                to.Flag(e.Location.SellsOnline);
                to.Number(e.Location.PickOrder);
                break;
            case PoolEntry e:
                to.Text(e.Pool.Name);
                WriteList(to, e.Pool.Locations, static (w, code) => w.Text(code));
                break;
            case ItemEntry e:
                WriteItem(to, e.Item);
                break;
            case ChannelEntry e:
                WriteChannel(to, e.Channel);
                break;
            case ChannelItemEntry e:
                WriteChannelItem(to, e.Item);
                break;
            case SupplyEntry e:
                WriteSupply(to, e.Supply);
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
            1 => new ReservationEntry(ReadClaim(ref from), ReadShortfalls(ref from)),
            2 => new RefusalEntry(ReadShortfalls(ref from)),
            3 => new ClaimEntry(ReadClaim(ref from)),
            4 => ReadExpiry(ref from),
            5 => ReadMovement(ref from, stored.Sequence, stored.RecordedAt),
            6 => new LocationEntry(new(from.Text(), from.Text()) { SellsOnline = from.Flag(), PickOrder = (int)from.Number() }),
            7 => ReadPool(ref from),
            8 => new ItemEntry(ReadItem(ref from)),
            9 => new ChannelEntry(ReadChannel(ref from)),
            10 => new ChannelItemEntry(ReadChannelItem(ref from)),
            11 => new SupplyEntry(ReadSupply(ref from)),
            _ => throw new EcomOpsException("stock_log_newer", $"The stock log holds an entry of form {form}, which this version does not know. Use the version that wrote it."),
        };
        return entry with { Sequence = stored.Sequence, RecordedAt = stored.RecordedAt, Key = stored.Key, ContentHash = hash };
    }

    public static void WriteClaim(ByteWriter to, StockClaim claim)
    {
        to.Text(claim.Id);
        to.Byte((byte)claim.Status);
        to.Time(claim.PlacedAt);
        to.OptionalTime(claim.ExpiresAt);
        to.OptionalText(claim.Channel);
        to.OptionalText(claim.Owner);
        to.Unsigned((ulong)claim.Lines.Count);
        for (int i = 0; i < claim.Lines.Count; i++)
        {
            ClaimLine line = claim.Lines[i];
            to.Text(line.Sku.Value);
            to.Text(line.Pool);
            to.Number(line.Quantity);
            to.Number(line.Open);
            to.Number(line.Backordered);
            to.OptionalTime(line.PromisedFor);
        }

        to.Unsigned((ulong)claim.Picks.Count);
        foreach (LotPick pick in claim.Picks)
        {
            to.Text(pick.Sku.Value);
            to.Text(pick.Location);
            to.OptionalText(pick.Lot);
            to.Number(pick.Quantity);
        }
    }

    public static StockClaim ReadClaim(ref ByteReader from)
    {
        string id = from.Text();
        var status = (ClaimStatus)from.Byte();
        Instant placed = from.Time();
        Instant? expires = from.OptionalTime();
        string? channel = from.OptionalText();
        string? owner = from.OptionalText();
        var lines = new ClaimLine[from.Count()];
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] = new(from.Text(), from.Text(), from.Number(), from.Number(), from.Number()) { PromisedFor = from.OptionalTime() };
        }

        LotPick[] picks = new LotPick[from.Count()];
        for (int i = 0; i < picks.Length; i++)
        {
            picks[i] = new(from.Text(), from.Text(), from.OptionalText(), from.Number());
        }

        return new(id, status, lines, placed, expires) { Channel = channel, Owner = owner, Picks = picks };
    }

    public static void WriteItem(ByteWriter to, StockItem item)
    {
        to.Text(item.Sku.Value);
        to.Number(item.BackorderLimit);
        to.Flag(item.Serialised);
        to.Byte((byte)item.Picking);
        to.Number(item.MinimumRemainingDays);
        to.Number(item.StaleDays);
        WriteList(to, item.Components, static (w, c) =>
        {
            w.Text(c.Sku.Value);
            w.Number(c.Quantity);
        });
    }

    public static StockItem ReadItem(ref ByteReader from)
    {
        var item = new StockItem(from.Text())
        {
            BackorderLimit = from.Number(),
            Serialised = from.Flag(),
            Picking = (LotPicking)from.Byte(),
            MinimumRemainingDays = (int)from.Number(),
            StaleDays = (int)from.Number(),
        };
        var components = new KitComponent[from.Count()];
        for (int i = 0; i < components.Length; i++)
        {
            components[i] = new(from.Text(), from.Number());
        }

        return item with { Components = components };
    }

    public static void WriteChannel(ByteWriter to, SalesChannel channel)
    {
        to.Text(channel.Name);
        to.Text(channel.Pool);
        to.Decimal(channel.Share);
        to.Number(channel.Buffer);
        to.Flag(channel.Cap is not null);
        to.Number(channel.Cap ?? 0);
        to.Flag(channel.IsClosed);
    }

    public static SalesChannel ReadChannel(ref ByteReader from)
    {
        var channel = new SalesChannel(from.Text(), from.Text()) { Share = from.Decimal(), Buffer = from.Number() };
        bool capped = from.Flag();
        long cap = from.Number();
        return channel with { Cap = capped ? cap : null, IsClosed = from.Flag() };
    }

    public static void WriteChannelItem(ByteWriter to, ChannelItem item)
    {
        to.Text(item.Channel);
        to.Text(item.Sku.Value);
        to.Number(item.Quota ?? -1);
        to.Number(item.Buffer ?? -1);
        to.Number(item.Priority);
    }

    public static ChannelItem ReadChannelItem(ref ByteReader from)
    {
        var item = new ChannelItem(from.Text(), from.Text());
        long quota = from.Number();
        long buffer = from.Number();
        return item with { Quota = quota < 0 ? null : quota, Buffer = buffer < 0 ? null : buffer, Priority = (int)from.Number() };
    }

    public static void WriteSupply(ByteWriter to, ExpectedSupply supply)
    {
        to.Text(supply.Reference);
        to.Text(supply.Sku.Value);
        to.Text(supply.At);
        to.Number(supply.Quantity);
        to.Time(supply.DueAt);
        to.Byte((byte)supply.Confidence);
    }

    public static ExpectedSupply ReadSupply(ref ByteReader from) =>
        new(from.Text(), from.Text(), from.Text(), from.Number(), from.Time()) { Confidence = (SupplyConfidence)from.Byte() };

    public static void WriteLot(ByteWriter to, StockLot lot)
    {
        to.Text(lot.Sku.Value);
        to.Text(lot.Code);
        to.Time(lot.ReceivedAt);
        to.Number(lot.Expires is { } day ? day.ToDateOnly().DayNumber : -1);
        to.Number(lot.PackageSize);
    }

    public static StockLot ReadLot(ref ByteReader from)
    {
        string sku = from.Text();
        string code = from.Text();
        Instant received = from.Time();
        long day = from.Number();
        return new(sku, code, received, day < 0 ? null : LocalDate.FromDateOnly(DateOnly.FromDayNumber((int)day)), from.Number());
    }

    public static void WriteList<T>(ByteWriter to, IReadOnlyList<T> items, Action<ByteWriter, T> write)
    {
        to.Unsigned((ulong)items.Count);
        for (int i = 0; i < items.Count; i++)
        {
            write(to, items[i]);
        }
    }

    private static byte FormOf(Entry entry) => entry switch
    {
        ReservationEntry => 1,
        RefusalEntry => 2,
        ClaimEntry => 3,
        ExpiryEntry => 4,
        MovementEntry => 5,
        LocationEntry => 6,
        PoolEntry => 7,
        ItemEntry => 8,
        ChannelEntry => 9,
        ChannelItemEntry => 10,
        SupplyEntry => 11,
        _ => throw new InvalidOperationException($"No binary form for {entry.GetType().Name}."),
    };

    private static void WriteShortfalls(ByteWriter to, IReadOnlyList<Shortfall> shortfalls)
    {
        to.Unsigned((ulong)shortfalls.Count);
        for (int i = 0; i < shortfalls.Count; i++)
        {
            Shortfall shortfall = shortfalls[i];
            to.Text(shortfall.Sku.Value);
            to.Text(shortfall.Pool);
            to.Number(shortfall.Wanted);
            to.Number(shortfall.Available);
        }
    }

    private static Shortfall[] ReadShortfalls(ref ByteReader from)
    {
        var shortfalls = new Shortfall[from.Count()];
        for (int i = 0; i < shortfalls.Length; i++)
        {
            shortfalls[i] = new(from.Text(), from.Text(), from.Number(), from.Number());
        }

        return shortfalls;
    }

    private static ExpiryEntry ReadExpiry(ref ByteReader from)
    {
        string[] ids = new string[from.Count()];
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i] = from.Text();
        }

        var skus = new Sku[from.Count()];
        for (int i = 0; i < skus.Length; i++)
        {
            skus[i] = from.Text();
        }

        return new(ids, skus);
    }

    private static PoolEntry ReadPool(ref ByteReader from)
    {
        string name = from.Text();
        string[] codes = new string[from.Count()];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = from.Text();
        }

        return new(new StockPool(name, codes));
    }

    private static void WriteMovement(ByteWriter to, MovementEntry entry)
    {
        Movement movement = entry.Movement;
        to.Byte((byte)movement.Kind);
        to.Text(movement.Reference);
        to.Number(movement.EffectiveAt.ToUnixTimeTicks() - movement.RecordedAt.ToUnixTimeTicks());
        to.OptionalText(movement.Reason);
        to.OptionalText(movement.Actor);
        to.OptionalText(movement.ClaimId);
        to.Number(movement.Reverses ?? 0);
        to.OptionalText(entry.Against);
        to.Unsigned((ulong)movement.Lines.Count);
        for (int i = 0; i < movement.Lines.Count; i++)
        {
            MovementLine line = movement.Lines[i];
            to.Text(line.Sku.Value);
            WriteAccount(to, line.From);
            WriteAccount(to, line.To);
            to.Number(line.Quantity);
            to.OptionalMoney(line.UnitCost);
        }

        WriteList(to, entry.Lots, WriteLot);
        to.Flag(entry.Claim is not null);
        if (entry.Claim is { } claim)
        {
            WriteClaim(to, claim);
        }

        WriteList(to, entry.Warnings, static (w, issue) =>
        {
            w.Text(issue.Code);
            w.Text(issue.Path);
            w.Text(issue.Message);
        });
    }

    private static MovementEntry ReadMovement(ref ByteReader from, long sequence, Instant recordedAt)
    {
        var kind = (MovementKind)from.Byte();
        string reference = from.Text();
        Instant effective = Instant.FromUnixTimeTicks(recordedAt.ToUnixTimeTicks() + from.Number());
        string? reason = from.OptionalText();
        string? actor = from.OptionalText();
        string? claimId = from.OptionalText();
        long reverses = from.Number();
        string? against = from.OptionalText();
        var lines = new MovementLine[from.Count()];
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] = new(from.Text(), ReadAccount(ref from), ReadAccount(ref from), from.Number()) { UnitCost = from.OptionalMoney() };
        }

        StockLot[] lots = new StockLot[from.Count()];
        for (int i = 0; i < lots.Length; i++)
        {
            lots[i] = ReadLot(ref from);
        }

        StockClaim? claim = from.Flag() ? ReadClaim(ref from) : null;
        Issue[] warnings = new Issue[from.Count()];
        for (int i = 0; i < warnings.Length; i++)
        {
            warnings[i] = new(from.Text(), from.Text(), from.Text(), Severity.Warning);
        }

        var movement = new Movement(sequence, kind, reference, lines, recordedAt, effective) { Reason = reason, Actor = actor, ClaimId = claimId, Reverses = reverses == 0 ? null : reverses };
        return new(movement) { Lots = lots, Claim = claim, Warnings = warnings, Against = against };
    }

    private static void WriteAccount(ByteWriter to, in StockAccount account)
    {
        to.Text(account.Location);
        to.Byte((byte)((byte)account.Condition | (account.Lot is null ? 0 : 0x80)));
        if (account.Lot is not null)
        {
            to.Text(account.Lot);
        }
    }

    private static StockAccount ReadAccount(ref ByteReader from)
    {
        string location = from.Text();
        byte condition = from.Byte();
        return new(location, (StockCondition)(condition & 0x7F), (condition & 0x80) == 0 ? null : from.Text());
    }
}
