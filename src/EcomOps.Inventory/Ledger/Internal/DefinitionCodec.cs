using EcomOps.Core;
using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Supply;
using NodaTime;

namespace EcomOps.Inventory.Ledger.Internal;

// Definitions. Limits of channels and items came later than the first forms: older entries have none.
internal static class DefinitionCodec
{
    public static void WriteItem(ByteWriter to, StockItem item)
    {
        to.Text(item.Sku.Value);
        to.Number(item.BackorderLimit);
        to.Flag(item.Serialised);
        to.Byte((byte)item.Picking);
        to.Number(item.MinimumRemainingDays);
        to.Number(item.StaleDays);
        Optional(to, item.PreorderLimit);
        EntryCodec.WriteList(to, item.Components, static (w, c) =>
        {
            w.Text(c.Sku.Value);
            w.Number(c.Quantity);
        });
    }

    public static StockItem ReadItem(ref ByteReader from, bool hasLimits)
    {
        var item = new StockItem(from.Text())
        {
            BackorderLimit = from.Number(),
            Serialised = from.Flag(),
            Picking = (LotPicking)from.Byte(),
            MinimumRemainingDays = (int)from.Number(),
            StaleDays = (int)from.Number(),
            PreorderLimit = hasLimits ? Optional(ref from) : null,
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
        to.Number(channel.MinimumRemainingDays);
        Optional(to, channel.BackorderLimit);
        Optional(to, channel.PreorderLimit);
    }

    public static SalesChannel ReadChannel(ref ByteReader from, bool hasLimits)
    {
        var channel = new SalesChannel(from.Text(), from.Text()) { Share = from.Decimal(), Buffer = from.Number() };
        bool capped = from.Flag();
        long cap = from.Number();
        channel = channel with { Cap = capped ? cap : null, IsClosed = from.Flag() };
        return hasLimits ? channel with { MinimumRemainingDays = (int)from.Number(), BackorderLimit = Optional(ref from), PreorderLimit = Optional(ref from) } : channel;
    }

    public static void WriteChannelItem(ByteWriter to, ChannelItem item)
    {
        to.Text(item.Channel);
        to.Text(item.Sku.Value);
        Optional(to, item.Quota);
        Optional(to, item.Buffer);
        to.Number(item.Priority);
        Optional(to, item.BackorderLimit);
        Optional(to, item.PreorderLimit);
    }

    public static ChannelItem ReadChannelItem(ref ByteReader from, bool hasLimits)
    {
        var item = new ChannelItem(from.Text(), from.Text()) { Quota = Optional(ref from), Buffer = Optional(ref from), Priority = (int)from.Number() };
        return hasLimits ? item with { BackorderLimit = Optional(ref from), PreorderLimit = Optional(ref from) } : item;
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

    public static PoolEntry ReadPool(ref ByteReader from)
    {
        string name = from.Text();
        string[] codes = new string[from.Count()];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = from.Text();
        }

        return new(new StockPool(name, codes));
    }

    public static void WritePeriod(ByteWriter to, PeriodEntry period)
    {
        to.Number(period.Through.ToDateOnly().DayNumber);
        to.Text(period.Zone!);
        to.Flag(period.IsReopening);
        to.OptionalText(period.Reason);
        to.OptionalText(period.Actor);
    }

    public static PeriodEntry ReadPeriod(ref ByteReader from) =>
        new(LocalDate.FromDateOnly(DateOnly.FromDayNumber((int)from.Number())), from.Text(), from.Flag(), from.OptionalText(), from.OptionalText());

    public static void WriteLocation(ByteWriter to, StockLocation location)
    {
        to.Text(location.Code);
        to.Text(location.Zone);
        to.Flag(location.SellsOnline);
        to.Number(location.PickOrder);
    }

    public static StockLocation ReadLocation(ref ByteReader from) =>
        new(from.Text(), from.Text()) { SellsOnline = from.Flag(), PickOrder = (int)from.Number() };

    // Numbers of 0 or more; -1 stands for none.
    private static void Optional(ByteWriter to, long? value) => to.Number(value ?? -1);

    private static long? Optional(ref ByteReader from) => from.Number() is >= 0 and var value ? value : null;
}
