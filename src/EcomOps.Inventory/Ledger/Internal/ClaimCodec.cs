using EcomOps.Core;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Reservations;
using NodaTime;

namespace EcomOps.Inventory.Ledger.Internal;

// Claims, what was missing for them, and what expired.
internal static class ClaimCodec
{
    public static void Write(ByteWriter to, StockClaim claim)
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

    public static StockClaim Read(ref ByteReader from)
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

    public static void WriteShortfalls(ByteWriter to, IReadOnlyList<Shortfall> shortfalls)
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

    public static Shortfall[] ReadShortfalls(ref ByteReader from)
    {
        var shortfalls = new Shortfall[from.Count()];
        for (int i = 0; i < shortfalls.Length; i++)
        {
            shortfalls[i] = new(from.Text(), from.Text(), from.Number(), from.Number());
        }

        return shortfalls;
    }

    public static ExpiryEntry ReadExpiry(ref ByteReader from)
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
}
